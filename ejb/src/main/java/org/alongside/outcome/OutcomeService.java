package org.alongside.outcome;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Openness;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.outcome.MeasureEvent.MeasureSettled;
import org.alongside.safety.OpenAlerts;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** The door to how she is: measure it, read it, count it for the programme; and to the scales themselves. */
@Stateless
@PermitAll
public class OutcomeService {
    /** What is raised where an answer must alarm: whoever is on call knows what kind of danger it is, and not one word of hers. */
    private static final String ALARM = "SELF_HARM";

    /** Points of a follow-up, which has a door of its own. */
    private static final Set<String> AFTERWARDS = Set.of("M3", "M6", "M12");

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Scales scales;

    @Inject
    Measures measures;

    @Inject
    OpenAlerts alerts;

    @Inject
    MeasureAsks asks;

    @Inject
    Event<MeasureEvent> events;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** Her sums, and what she answered where the caller's house asked her; refuses {@code plan-not-open} where nothing is the caller's. */
    @Requires(Permission.READ_OUTCOMES)
    public OutcomeView of(CaseId caseId) {
        Caller caller = callers.caller();
        Openness open = files.found(caller, caseId);
        if (!open.depth(Category.CARE_PLAN_GOALS).reaches(Depth.EXISTENCE)) {
            throw Refusal.notAllowed("plan-not-open");
        }
        boolean writes = open.writes(Category.CARE_PLAN_GOALS);
        List<Scale> all = scales.all();
        Set<UUID> fit = writes ? scales.fitting(caseId) : Set.of();
        List<Scale> fitting = all.stream().filter(one -> fit.contains(one.id())).toList();
        return new OutcomeView(caseId, writes, measures.courses(caseId, all), fitting, asks.open(caseId));
    }

    /**
     * Keeps what she answered. Refuses INVALID with every reason by field: {@code answer-out-of-range}, {@code scale-for-adults}. Where an answer
     * must alarm, an alert is raised in the same transaction that says nothing of it. A sum that the lead may know settles what the lead is asked.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.MEASURE_OUTCOME)
    public void measure(CaseId caseId, NewMeasure measured, String key) {
        Caller caller = callers.caller();
        if (!files.found(caller, caseId).writes(Category.CARE_PLAN_GOALS)) {
            throw Refusal.notAllowed("not-yours-to-write", Category.CARE_PLAN_GOALS.name());
        }
        Check check = new Check();
        new Fields(codes, check).check(measured, "");
        LocalDate today = workers.today(caller);
        check.that(
                measured.measuredOn() == null || !measured.measuredOn().isAfter(today), "measuredOn", "in-the-future");
        check.that(
                measured.measuredOn() == null || !measured.measuredOn().isBefore(today.minusYears(10)),
                "measuredOn",
                "too-long-ago");
        check.that(measured.point() == null || !AFTERWARDS.contains(measured.point()), "point", "only-after-closing");
        ScaleRules.putToHer(check, scales, measured.scale(), caseId, measured.answers());
        check.orRefuse();
        UUID id = UUID.randomUUID();
        if (once.perform(key, "MEASURE " + caseId, measured, id, caller).isPresent()) {
            return;
        }
        if (measures.add(id, caseId, measured)) {
            alerts.raise(caseId, ALARM, caller);
        }
        List<UUID> settled = asks.settle(caseId, "MEASURED");
        if (!settled.isEmpty()) {
            events.fire(new MeasureSettled(settled));
        }
    }

    /** Every scale, also those that are put to nobody any more. */
    @Requires(Permission.READ_SCALES)
    public List<Scale> scales() {
        return scales.all();
    }

    /**
     * Brings in a scale. Refuses INVALID with every reason by field, and {@code scale-there-already} for one of that code, version and language.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.KEEP_SCALES)
    public void bring(NewScale scale, String key) {
        Caller caller = callers.caller();
        ScaleRules.check(scale, codes);
        UUID id = UUID.randomUUID();
        if (once.perform(key, "SCALE", scale, id, caller).isEmpty()) {
            scales.add(id, scale, caller);
        }
    }

    /** It is put to nobody any more; what was measured by it stays. Refuses {@code ended-already}. */
    @Requires(Permission.KEEP_SCALES)
    public void retire(UUID scale) {
        if (!scales.retire(scale, callers.caller())) {
            throw Refusal.wrongState("ended-already");
        }
    }

    /**
     * How many of the caller's own house stood where on a scale at each point, by what was written down in one calendar quarter (UTC); what is too
     * few is not told. Refuses INVALID {@code quarter-not-over}: what could still change would tell of the one person whom it changed by.
     *
     * @param day any day of the quarter; null: the last one that is over
     */
    @Requires(Permission.COUNT_OUTCOMES)
    public OutcomeCounts count(UUID scale, LocalDate day) {
        LocalDate today = callers.caller().now().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate from = Objects.requireNonNullElse(day, today.minusMonths(3)).with(IsoFields.DAY_OF_QUARTER, 1);
        LocalDate until = from.plusMonths(3).minusDays(1);
        Check check = new Check();
        check.that(until.isBefore(today), "quarter", "quarter-not-over");
        Optional<Scale> found = scales.find(scale);
        check.that(found.isPresent(), "scale", "unknown-scale");
        check.orRefuse();
        return new OutcomeCounts(found.orElseThrow(), from, until, measures.leastTold(), measures.counts(scale, from));
    }
}
