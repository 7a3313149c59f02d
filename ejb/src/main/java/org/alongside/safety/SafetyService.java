package org.alongside.safety;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Openness;
import org.alongside.access.Permission;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.safety.Assessments.Newest;
import org.alongside.safety.Assessments.Reckoned;
import org.alongside.safety.NewRiskAssessment.NewFinding;
import org.alongside.safety.PrintedSafetyPlan.Part;
import org.alongside.safety.SafetyView.WholePlan;
import org.alongside.shared.AssessmentId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** The door to how safe she is: what was found with her, the level of the file, and her safety plan. */
@Stateless
@PermitAll
public class SafetyService {
    static final String HIGH_AT_FIRST = "risk-at-least-high-for";

    /** She said that no copy is safe (code list survivor_copy). */
    private static final String NO_COPY = "NONE";

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Assessments assessments;

    @Inject
    SafetyPlans plans;

    @Inject
    Alerts alerts;

    @Inject
    Instance<SafetyTables> tables;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<RiskSet> risks;

    @Inject
    RiskWatch watch;

    @Inject
    SafetyPrints prints;

    @Inject
    Printing printing;

    /** Her safety as far as it is the caller's to know; whoever has the file sees the alerts that they raised. */
    @Requires(Permission.READ_SAFETY)
    public SafetyView of(CaseId caseId) {
        Caller caller = callers.caller();
        Openness open = files.found(caller, caseId);
        SafetyReach reach = SafetyReach.of(caller, open);
        List<AssessmentView> made = reach.whole() ? assessments.of(caseId, caller) : List.of();
        boolean writes = caller.has(Role.CW) && open.leads() && open.writes(Category.SAFETY_RISK);
        boolean overrides = caller.has(Role.SUP)
                && open.leads()
                && !made.isEmpty()
                && !made.get(0).own()
                && made.get(0).override().isEmpty();
        return new SafetyView(
                caseId,
                reach.minimum() ? assessments.risk(caseId) : Optional.empty(),
                made,
                reach.minimum() ? plans.minimum(caseId) : Optional.empty(),
                reach.whole() ? plans.whole(caseId) : Optional.empty(),
                alerts.of(caseId),
                new SafetyView.SafetyAbility(
                        writes,
                        overrides,
                        writes,
                        caller.mayEver(Permission.RAISE_ALERT),
                        open.leads() && reach.whole() && caller.mayEver(Permission.PRINT_SAFETY_PLAN)));
    }

    /**
     * Writes down what was found with her; the level of the file follows. It is the highest of what was found and of her own word, in
     * her first three days at least HIGH (DOMAIN 8.11), and higher where whoever assesses says why.
     *
     * @param key makes the call repeatable, or null
     * @return refuses INVALID with every reason by field; {@code risk-below-found} where the level is lower than what was found
     */
    @Requires(Permission.ASSESS_RISK)
    public AssessmentId assess(CaseId caseId, NewRiskAssessment made, String key) {
        Caller caller = callers.caller();
        AssessmentId id = AssessmentId.random();
        return once.perform(key, "ASSESS " + caseId, made, id.value(), caller)
                .map(AssessmentId::new)
                .orElseGet(() -> {
                    Reckoned reckoned = reckon(caseId, made, caller);
                    Optional<Newest> before = watch.newest(caseId);
                    assessments.add(id, caseId, made, reckoned, caller);
                    watch.assessed(caseId, id, reckoned.level(), before);
                    risks.fire(new RiskSet(caseId));
                    return id;
                });
    }

    private Reckoned reckon(CaseId caseId, NewRiskAssessment made, Caller caller) {
        Check check = new Check();
        new Fields(codes, check).check(made, "");
        check.that(!made.findings().isEmpty(), "findings", "nothing-assessed");
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < made.findings().size(); at++) {
            String domain = made.findings().get(at).domain();
            check.that(domain == null || seen.add(domain), "findings." + at + ".domain", "danger-twice");
        }
        check.orRefuse();
        RiskLevel found = RiskLevel.highest(
                Stream.concat(Stream.of(made.felt()), made.findings().stream().map(NewFinding::score))
                        .map(tables.get()::levelOf)
                        .toList());
        boolean first = caller.now().isBefore(assessments.openedAt(caseId).plus(settings.of(HIGH_AT_FIRST)));
        RiskLevel derived = first ? found.atLeastAs(RiskLevel.HIGH) : found;
        RiskLevel level = made.level() == null || made.level().isBlank() ? derived : RiskLevel.valueOf(made.level());
        check.that(level.atLeast(derived), "level", "risk-below-found", derived.name());
        check.that(level == derived || Words.of(made.reason()) != null, "reason", "missing");
        check.orRefuse();
        return new Reckoned(derived, level, reviewOn(level, caller));
    }

    private LocalDate reviewOn(RiskLevel level, Caller caller) {
        return LocalDate.ofInstant(caller.now().plus(tables.get().reviewAfter(level)), ZoneOffset.UTC);
    }

    /**
     * A supervisor of the lead sets another level than was found, once an assessment and not of their own. Refuses
     * {@code own-assessment}, and stale where it was assessed meanwhile.
     */
    @Requires(Permission.OVERRIDE_RISK)
    public void override(CaseId caseId, NewOverride said) {
        Caller caller = callers.caller();
        Fields.require(said, codes);
        Openness open = files.found(caller, caseId);
        if (!open.leads() || !SafetyReach.of(caller, open).whole()) {
            throw Refusal.notAllowed("only-the-lead");
        }
        AssessmentView newest = assessments.of(caseId, caller).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.wrongState("nothing-assessed"));
        if (!newest.id().equals(AssessmentId.of(said.assessment()))) {
            throw Refusal.stale("changed-meanwhile");
        }
        if (newest.own()) {
            throw Refusal.notAllowed("own-assessment");
        }
        if (newest.override().isPresent()) {
            throw Refusal.wrongState("risk-overridden");
        }
        RiskLevel level = RiskLevel.valueOf(said.level());
        new Check()
                .that(!said.level().equals(newest.level()), "level", "same-level")
                .orRefuse();
        Newest before = watch.newest(caseId).orElseThrow();
        assessments.override(newest.id(), caseId, level, said.reason(), reviewOn(level, caller), caller);
        watch.overridden(caseId, before, level);
        risks.fire(new RiskSet(caseId));
    }

    /**
     * Writes her plan anew; the one before is kept. Refuses INVALID with every reason by field, and stale where it was written
     * anew meanwhile.
     *
     * @return the number of the plan
     */
    @Requires(Permission.WRITE_SAFETY_PLAN)
    public int plan(CaseId caseId, NewSafetyPlan plan) {
        Caller caller = callers.caller();
        Fields.require(plan, codes);
        int newest = plans.minimum(caseId).map(SafetyView.PlanMinimum::number).orElse(0);
        if (newest != plan.basedOn()) {
            throw Refusal.stale("changed-meanwhile");
        }
        plans.add(caseId, plan, caller);
        return newest + 1;
    }

    /**
     * Her own copy of her plan, with what she wants on it; audited as a print. Refuses {@code only-the-lead}, {@code
     * no-safety-plan}, {@code no-copy-is-safe} where she said that none is, and INVALID where she wants what is not in it.
     */
    @Requires(Permission.PRINT_SAFETY_PLAN)
    public Printed<PrintedSafetyPlan> print(CaseId caseId, NewPrint wanted) {
        Caller caller = callers.caller();
        Openness open = files.found(caller, caseId);
        if (!open.leads() || !SafetyReach.of(caller, open).whole()) {
            throw Refusal.notAllowed("only-the-lead");
        }
        WholePlan plan = plans.whole(caseId).orElseThrow(() -> Refusal.wrongState("no-safety-plan"));
        if (NO_COPY.equals(plan.survivorCopy())) {
            throw Refusal.wrongState("no-copy-is-safe");
        }
        List<Part> all = prints.parts(caseId);
        Check check = new Check();
        for (int at = 0; at < wanted.parts().size(); at++) {
            String name = wanted.parts().get(at);
            check.that(all.stream().anyMatch(part -> part.name().equals(name)), "parts." + at, "not-in-the-plan");
        }
        check.orRefuse();
        List<Part> hers = all.stream()
                .filter(part -> wanted.parts().isEmpty() || wanted.parts().contains(part.name()))
                .toList();
        return printing.marked(new PrintedSafetyPlan(wanted.neutral(), hers), EnumSet.of(Category.SAFETY_RISK));
    }
}
