package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.referral.Deadlines;
import org.alongside.referral.Urgency;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.worklist.DecisionTables;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/** The tables that staff own: how they see and change them, and what the one of deadlines by urgency answers now. */
@ApplicationScoped
public class DeadlineTables implements DecisionTables, Deadlines {
    static final String NEWEST =
            "select id_ from engine.act_re_decision_def where key_ = ? order by version_ desc limit 1";

    private ProcessEngine engine;
    private volatile Version known;

    protected DeadlineTables() {}

    @Inject
    public DeadlineTables(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    /** The newest version is asked for every time; what it answers is worked out once, for a version never changes. */
    @Override
    public ReferralDeadline forReferral(Urgency urgency) {
        String newest = new EngineTables(engine)
                .read(NEWEST, row -> row.getString(1), Models.DEADLINES)
                .get(0);
        Version version = known;
        if (version == null || !version.id().equals(newest)) {
            version = new Version(newest, answers(newest));
            known = version;
        }
        return version.answers().get(urgency);
    }

    private Map<Urgency, ReferralDeadline> answers(String definition) {
        Map<Urgency, ReferralDeadline> answers = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
            DmnDecisionRuleResult row = engine.getDecisionService()
                    .evaluateDecisionTableById(definition)
                    .variables(Map.of("urgency", urgency.name()))
                    .evaluate()
                    .getSingleResult();
            answers.put(
                    urgency,
                    new ReferralDeadline(
                            duration(row, "remindAfter"),
                            duration(row, "respondWithin"),
                            duration(row, "escalateAfter"),
                            duration(row, "expireAfter")));
        }
        return answers;
    }

    private record Version(String id, Map<Urgency, ReferralDeadline> answers) {}

    @Override
    public DecisionTable read(String key) {
        DecisionDefinition newest = newest(key);
        DecisionModel model = model(newest);
        return new DecisionTable(key, newest.getVersion(), since(newest), model.outputs(), model.rows());
    }

    /** The engine deploys one version at a time: of two who publish at once, the second finds that hers is not the next. */
    @Override
    public DecisionTable publish(String key, int basedOn, List<DecisionRow> rows) {
        DecisionDefinition newest = newest(key);
        Optional<TimeTable> times = TimeTable.of(key);
        if (times.isPresent()) {
            DeadlineRows.check(times.get(), rows);
        } else {
            SafetyRows.check(key, model(newest), rows);
        }
        if (newest.getVersion() != basedOn) {
            throw changed(key, basedOn, newest, rows);
        }
        DecisionModel model = model(newest);
        model.write(rows);
        repository()
                .createDeployment()
                .name("tables")
                .addModelInstance(key + ".dmn", model.model())
                .deploy();
        DecisionTable published = read(key);
        if (published.version() != basedOn + 1) {
            throw changed(key, basedOn, newest(key), rows);
        }
        return published;
    }

    private DecisionDefinition newest(String key) {
        if (!Models.TABLES.contains(key)) {
            throw Refusal.notThere();
        }
        return repository()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    /** Parsed anew: the model that the engine keeps is shared. */
    private DecisionModel model(DecisionDefinition definition) {
        return new DecisionModel(repository().getDecisionModel(definition.getId()));
    }

    private Instant since(DecisionDefinition definition) {
        return repository()
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant();
    }

    private RepositoryService repository() {
        return engine.getRepositoryService();
    }

    static Duration duration(DmnDecisionRuleResult row, String output) {
        return Duration.parse(row.<String>getEntry(output));
    }

    /** What changed since the version that was read, time by time, where that version is known. */
    private Refusal changed(String key, int basedOn, DecisionDefinition newest, List<DecisionRow> rows) {
        DecisionDefinition read = basedOn < 1
                ? null
                : repository()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .decisionDefinitionVersion(basedOn)
                        .singleResult();
        Optional<TimeTable> times = TimeTable.of(key);
        Stream<Reason> changed = read == null || times.isEmpty()
                ? Stream.empty()
                : DeadlineRows.changedMeanwhile(
                        times.get(), model(read).rows(), model(newest).rows(), rows)
                        .stream();
        return new Refusal(
                Refusal.Kind.STALE,
                Stream.concat(Stream.of(Reason.of("table-changed", newest.getVersion())), changed)
                        .toList());
    }
}
