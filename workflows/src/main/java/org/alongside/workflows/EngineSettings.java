package org.alongside.workflows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * How the engine is set up, the same in the server and in tests. Only what the product uses is switched on: the engine
 * is the last of its line and gets no more fixes, so every door of it that is not there cannot be broken.
 */
final class EngineSettings {
    /** First try and two more, ten seconds and one minute later; after that a person decides. */
    private static final String TRIES = "PT10S,PT1M";

    private EngineSettings() {}

    static void apply(ProcessEngineConfigurationImpl engine, Map<Object, Object> processBeans) {
        database(engine);
        onlyWhatIsUsed(engine);
        history(engine);
        engine.setBeans(processBeans);
        engine.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new Reminders())));
        engine.setIdGenerator(() -> UUID.randomUUID().toString());
        engine.setDefaultNumberOfRetries(3);
        engine.setFailedJobRetryTimeCycle(TRIES);
        engine.setFailedJobCommandFactory(new FailureWithoutWords());
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setJobExecutorActivate(false);
    }

    private static void database(ProcessEngineConfigurationImpl engine) {
        engine.setDatabaseType("postgres");
        engine.setDatabaseSchema("engine");
        engine.setDatabaseTablePrefix("engine.");
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setDbIdentityUsed(false);
    }

    private static void onlyWhatIsUsed(ProcessEngineConfigurationImpl engine) {
        engine.setCmmnEnabled(false);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptCompilation(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCreateIncidentOnFailedJobEnabled(false);
        // an exception's text may quote a row of the database: the one who catches it logs its kind
        engine.setEnableCmdExceptionLogging(false);
        engine.setEnableReducedJobExceptionLogging(true);
    }

    private static void history(ProcessEngineConfigurationImpl engine) {
        engine.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryCleanupEnabled(true);
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_REMOVAL_TIME_BASED);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
        engine.setHistoryCleanupBatchWindowStartTime("02:00");
        engine.setHistoryCleanupBatchWindowEndTime("04:00");
    }
}
