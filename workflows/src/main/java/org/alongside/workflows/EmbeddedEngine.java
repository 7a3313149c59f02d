package org.alongside.workflows;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.alongside.health.DatabaseWatch;
import org.alongside.shared.Clock;
import org.alongside.worklist.TaskOffered;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;

/** The one engine of the server: begins after the schema is there, joins the server's transactions, ends with it. */
@Singleton
@Startup
@DependsOn("alongside-ejb.jar#SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EmbeddedEngine {
    /** How late a timer may ring, as an ISO 8601 duration; two seconds unless the environment says otherwise. */
    private static final String TIMER_WAIT = "ALONGSIDE_TIMER_WAIT";

    @Resource(lookup = "java:jboss/datasources/Alongside")
    private DataSource database;

    @Resource
    private ManagedExecutorService threads;

    @Resource
    private ManagedThreadFactory loops;

    @Inject
    @Any
    private Instance<ProcessBean> processBeans;

    @Inject
    private DatabaseWatch databaseWatch;

    @Inject
    private EngineSource source;

    @Inject
    private Event<TaskOffered> offered;

    private ContainerJobExecutor jobs;
    private ProcessEngine engine;

    @PostConstruct
    void start() {
        EngineClock.set(Clock.get().ahead());
        jobs = new ContainerJobExecutor(this::untilTheServerStops, threads, databaseWatch, timerWait());
        var configuration = new JakartaTransactionProcessEngineConfiguration();
        EngineSettings.apply(configuration, ProcessBean.byName(processBeans));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new OfferedTasks(offered::fire))));
        configuration.setDataSource(database);
        configuration.setTransactionsExternallyManaged(true);
        configuration.setTransactionManagerJndiName("java:jboss/TransactionManager");
        configuration.setJobExecutor(jobs);
        engine = configuration.buildProcessEngine();
        source.began(engine);
        Models models = new Models(engine);
        models.deploy();
        models.beginWhatIsOfBefore();
        jobs.start();
    }

    @PreDestroy
    void stop() {
        if (engine != null) {
            engine.close();
        }
    }

    /** On a thread of its own: the pool refuses work in the moment in which a server goes from starting to serving. */
    private void untilTheServerStops(Runnable loop) {
        loops.newThread(loop).start();
    }

    private static int timerWait() {
        String wait = System.getenv().getOrDefault(TIMER_WAIT, "PT2S");
        return Math.toIntExact(Duration.parse(wait).toMillis());
    }
}
