package org.alongside.careplan;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;

/** The door to what she needs and what she says of it herself: read it, assess it, write her words down. Nothing is changed. */
@Stateless
@PermitAll
public class NeedService {
    @Inject
    CallerContext callers;

    @Inject
    Needs needs;

    @Inject
    Plans plans;

    @Inject
    PlanClock clock;

    @Inject
    PlanReaches reaches;

    @Inject
    Files files;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** What she says and how she was found, the newest first, as far as it is the caller's to know. */
    @Requires(Permission.READ_PLAN)
    public NeedsView of(CaseId caseId) {
        PlanReach reach = reach(caseId);
        if (!reach.own()) {
            throw Refusal.notAllowed("plan-not-open");
        }
        List<String> scale = List.copyOf(codes.of("need_level"));
        return new NeedsView(
                caseId, reach.whole(), reach.writes(), scale, needs.says(caseId), needs.assessments(caseId, scale));
    }

    /**
     * Keeps an assessment beside those before; refuses INVALID with every reason by field.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.ASSESS_NEEDS)
    public void assess(CaseId caseId, NewNeedsAssessment assessed, String key) {
        Caller caller = writer(caseId);
        new PlanRules(codes, plans.today(caller)).assessment(assessed);
        UUID id = UUID.randomUUID();
        if (once.perform(key, "ASSESS_NEEDS " + caseId, assessed, id, caller).isEmpty()) {
            needs.add(id, caseId, assessed, caller);
            clock.begin(caseId, reach(caseId));
        }
    }

    /**
     * Writes down what she says matters most and how it goes; refuses INVALID with every reason by field.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RECORD_SAY)
    public void hear(CaseId caseId, NewSay said, String key) {
        Caller caller = writer(caseId);
        new PlanRules(codes, plans.today(caller)).say(said);
        UUID id = UUID.randomUUID();
        if (once.perform(key, "RECORD_SAY " + caseId, said, id, caller).isEmpty()) {
            needs.add(id, caseId, said, caller);
        }
    }

    private Caller writer(CaseId caseId) {
        if (!reach(caseId).writes()) {
            throw Refusal.notAllowed("not-yours-to-write", Category.CARE_PLAN_GOALS.name());
        }
        return callers.caller();
    }

    private PlanReach reach(CaseId caseId) {
        Caller caller = callers.caller();
        return reaches.of(caller, caseId, files.found(caller, caseId));
    }
}
