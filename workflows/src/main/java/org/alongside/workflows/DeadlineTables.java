package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.referral.Deadlines;
import org.alongside.referral.Urgency;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.DecisionTables;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;

/** The tables that staff own: how they see and change them, and what the one of deadlines by urgency answers now. */
@ApplicationScoped
public class DeadlineTables implements DecisionTables, Deadlines {
    static final String NEWEST =
            "select id_ from engine.act_re_decision_def where key_ = ? order by version_ desc limit 1";

    private ProcessEngine engine;
    private volatile Version known;

    /** What the versions that were read say, by their ids: a version never changes, and there are as many as were ever published. */
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    protected DeadlineTables() {}

    @Inject
    public DeadlineTables(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    /** The newest version is asked for every time; what it answers is worked out once, for a version never changes. */
    @Override
    public ReferralDeadline forReferral(Urgency urgency) {
        String newest = new EngineTables(engine)
                .read(NEWEST, row -> row.getString(1), StaffTable.REFERRAL_DEADLINES.key())
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

    private record Written(List<String> outputs, List<DecisionRow> rows) {}

    private Written written(DecisionDefinition version) {
        return written.computeIfAbsent(version.getId(), id -> {
            DecisionModel model = model(version);
            return new Written(model.outputs(), model.rows());
        });
    }

    @Override
    public DecisionTable read(StaffTable table) {
        return read(table, newest(table));
    }

    private DecisionTable read(StaffTable table, DecisionDefinition version) {
        Written written = written(version);
        return new DecisionTable(
                table.key(),
                version.getVersion(),
                deployment(version).getDeploymentTime().toInstant(),
                written.outputs(),
                written.rows());
    }

    /** The engine deploys one version at a time: of two who publish at once, the second finds that hers is not the next. */
    @Override
    public DecisionTable publish(StaffTable table, int basedOn, List<DecisionRow> rows, WorkerId by) {
        DecisionDefinition newest = newest(table);
        DecisionModel model = model(newest);
        TableRules rules = new TableRules(table, model.outputs(), model.rows());
        rules.check(rows);
        if (newest.getVersion() != basedOn) {
            throw changed(table, basedOn, rules, rows);
        }
        model.write(rows);
        repository()
                .createDeployment()
                .name("tables")
                .source(by.toString())
                .addModelInstance(table.key() + ".dmn", model.model())
                .deploy();
        DecisionTable published = read(table);
        if (published.version() != basedOn + 1) {
            throw changed(table, basedOn, new TableRules(table, published.outputs(), published.rows()), rows);
        }
        return published;
    }

    @Override
    public List<TableChange> changes(StaffTable table, int limit) {
        List<DecisionDefinition> versions = repository()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table.key())
                .orderByDecisionDefinitionVersion()
                .desc()
                .listPage(0, limit + 1);
        return IntStream.range(0, versions.size() - 1)
                .mapToObj(at -> change(versions.get(at), versions.get(at + 1)))
                .toList();
    }

    private TableChange change(DecisionDefinition version, DecisionDefinition before) {
        Deployment published = deployment(version);
        Written now = written(version);
        return new TableChange(
                version.getVersion(),
                published.getDeploymentTime().toInstant(),
                Optional.ofNullable(published.getSource()).map(WorkerId::of),
                TableRules.changed(now.outputs(), written(before).rows(), now.rows()));
    }

    private DecisionDefinition newest(StaffTable table) {
        return repository()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table.key())
                .latestVersion()
                .singleResult();
    }

    /** Parsed anew: the model that the engine keeps is shared. */
    private DecisionModel model(DecisionDefinition definition) {
        return new DecisionModel(repository().getDecisionModel(definition.getId()));
    }

    private Deployment deployment(DecisionDefinition definition) {
        return repository()
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
    }

    private RepositoryService repository() {
        return engine.getRepositoryService();
    }

    /** What the newest version of a table answers for a code. */
    static DmnDecisionRuleResult answer(ProcessEngine engine, StaffTable table, String input, String code) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey(table.key())
                .variables(Map.of(input, code))
                .evaluate()
                .getSingleResult();
    }

    static Duration duration(DmnDecisionRuleResult row, String output) {
        return Duration.parse(row.<String>getEntry(output));
    }

    /** What changed since the version that was read, cell by cell, where that version is known. */
    private Refusal changed(StaffTable table, int basedOn, TableRules rules, List<DecisionRow> rows) {
        DecisionDefinition read = basedOn < 1
                ? null
                : repository()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table.key())
                        .decisionDefinitionVersion(basedOn)
                        .singleResult();
        Stream<Reason> changed = read == null
                ? Stream.empty()
                : rules.changedMeanwhile(written(read).rows(), rows).stream();
        return new Refusal(
                Refusal.Kind.STALE,
                Stream.concat(Stream.of(Reason.of("table-changed", newest(table).getVersion())), changed)
                        .toList());
    }
}
