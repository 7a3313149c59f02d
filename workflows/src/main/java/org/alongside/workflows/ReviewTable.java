package org.alongside.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.alongside.careplan.ReviewTimes;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;

/** The table of reviews by risk level: what it answers now. */
@ApplicationScoped
public class ReviewTable implements ReviewTimes {
    /** Of a risk that is none of the list the shortest but danger: who is not known to be safe is looked at often. */
    private static final String UNKNOWN = "HIGH";

    private ProcessEngine engine;
    private volatile Version known;

    protected ReviewTable() {}

    @Inject
    public ReviewTable(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
    }

    /** The newest version is asked for every time; what it answers is worked out once, for a version never changes. */
    @Override
    public ReviewTime of(String risk, boolean child) {
        Map<String, ReviewTime> answers = answers();
        ReviewTime time = answers.getOrDefault(risk, answers.get(UNKNOWN));
        return child ? time.orSooner(answers.get(TableRules.CHILD)) : time;
    }

    private Map<String, ReviewTime> answers() {
        String newest = new EngineTables(engine)
                .read(DeadlineTables.NEWEST, row -> row.getString(1), StaffTable.PLAN_REVIEWS.key())
                .get(0);
        Version version = known;
        if (version == null || !version.id().equals(newest)) {
            Map<String, ReviewTime> answers = new HashMap<>();
            new DecisionModel(engine.getRepositoryService().getDecisionModel(newest))
                    .rows()
                    .forEach(row -> answers.put(row.when(), answer(newest, row.when())));
            version = new Version(newest, answers);
            known = version;
        }
        return version.answers();
    }

    private ReviewTime answer(String definition, String code) {
        DmnDecisionRuleResult row = engine.getDecisionService()
                .evaluateDecisionTableById(definition)
                .variables(Map.of("level", code))
                .evaluate()
                .getSingleResult();
        return new ReviewTime(
                DeadlineTables.duration(row, "askAfter"),
                DeadlineTables.duration(row, "reviewWithin"),
                DeadlineTables.duration(row, "approveWithin"));
    }

    private record Version(String id, Map<String, ReviewTime> answers) {}
}
