package org.alongside.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Openness;
import org.alongside.safety.PrintedSafetyPlan.Part;
import org.alongside.safety.SafetyView.PlanMinimum;
import org.alongside.safety.SafetyView.WholePlan;
import org.alongside.shared.CaseId;

/** What of her safety stands on paper: on her own copy of her plan, and on the care plan of who leads. */
@ApplicationScoped
public class SafetyPrints {
    @Inject
    Assessments assessments;

    @Inject
    SafetyPlans plans;

    /**
     * What threatens her and her plan, for the care plan on paper; empty for everybody who does not lead the file and read all of
     * her safety.
     */
    public Optional<PrintedSafety> of(Caller caller, Openness open, CaseId caseId) {
        if (!open.leads() || !SafetyReach.of(caller, open).whole()) {
            return Optional.empty();
        }
        return Optional.of(
                new PrintedSafety(assessments.of(caseId, caller).stream().findFirst(), parts(caseId)));
    }

    /** Her plan part by part, what is there; none where there is no plan. */
    List<Part> parts(CaseId caseId) {
        List<Part> parts = new ArrayList<>();
        Optional<PlanMinimum> forAll = plans.minimum(caseId);
        Optional<WholePlan> hers = plans.whole(caseId);
        forAll.ifPresent(plan -> parts.add(new Part("warningSigns", plan.warningSigns())));
        hers.ifPresent(plan -> {
            parts.add(new Part("steps", plan.steps()));
            plan.people().ifPresent(words -> parts.add(new Part("people", words)));
            plan.places().ifPresent(words -> parts.add(new Part("places", words)));
            plan.safeWord().ifPresent(words -> parts.add(new Part("safeWord", words)));
            plan.toTake().ifPresent(words -> parts.add(new Part("toTake", words)));
            plan.devices().ifPresent(words -> parts.add(new Part("devices", words)));
            plan.children().ifPresent(words -> parts.add(new Part("children", words)));
        });
        forAll.flatMap(PlanMinimum::noContact).ifPresent(words -> parts.add(new Part("noContact", words)));
        forAll.flatMap(PlanMinimum::ifMissing).ifPresent(words -> parts.add(new Part("ifMissing", words)));
        return parts;
    }

    /**
     * Her safety on the care plan.
     *
     * @param newest what was found with her last; empty: nothing was assessed
     * @param plan her plan part by part; none where there is no plan
     */
    public record PrintedSafety(Optional<AssessmentView> newest, List<Part> plan) {
        public PrintedSafety {
            plan = List.copyOf(plan);
        }
    }
}
