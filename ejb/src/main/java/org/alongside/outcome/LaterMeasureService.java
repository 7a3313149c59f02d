package org.alongside.outcome;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.outcome.Measures.Reached;
import org.alongside.shared.Check;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.Refusal;

/** The door to a scale that is put to her after closing: in a follow-up that reached her, while she agrees to be asked, by who led her file. */
@Stateless
@PermitAll
public class LaterMeasureService {
    @Inject
    CallerContext callers;

    @Inject
    Scales scales;

    @Inject
    Measures measures;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** The scales that may be put to her now and to which she did not answer in it; refuses as {@link #measure} does. */
    @Requires(Permission.MEASURE_AFTERWARDS)
    public List<Scale> offered(FollowUpId id) {
        Reached reached = require(id, callers.caller());
        Set<UUID> fit = scales.fitting(reached.caseId());
        return scales.all().stream()
                .filter(one -> fit.contains(one.id()) && !reached.answered().contains(one.id()))
                .toList();
    }

    /**
     * Keeps what she answered. Refuses WRONG_STATE {@code follow-up-over} and {@code follow-up-not-yet}, NOT_ALLOWED {@code no-follow-up-agreed}, INVALID
     * {@code note-the-try-first}, {@code answer-out-of-range}, {@code scale-for-adults}, {@code answered-already}. What must alarm makes the follow-up
     * one that worries.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.MEASURE_AFTERWARDS)
    public void measure(FollowUpId id, NewLaterMeasure measured, String key) {
        Caller caller = callers.caller();
        UUID made = UUID.randomUUID();
        if (once.perform(key, "MEASURE LATER " + id, measured, made, caller).isPresent()) {
            return;
        }
        Reached reached = require(id, caller);
        Check check = new Check();
        new Fields(codes, check).check(measured, "");
        check.that(
                measured.measuredOn() == null || !measured.measuredOn().isAfter(workers.today(caller)),
                "measuredOn",
                "in-the-future");
        check.that(
                measured.measuredOn() == null
                        || !measured.measuredOn().isBefore(reached.from().minusDays(1)),
                "measuredOn",
                "before-she-is-asked");
        ScaleRules.putToHer(check, scales, measured.scale(), reached.caseId(), measured.answers());
        check.that(
                measured.scale() == null || !reached.answered().contains(measured.scale()),
                "scale",
                "answered-already");
        check.orRefuse();
        measures.addAfterwards(made, id, measured);
    }

    private Reached require(FollowUpId id, Caller caller) {
        Reached reached = measures.reached(id).orElseThrow(Refusal::notThere);
        if (reached.over()) {
            throw Refusal.wrongState("follow-up-over");
        }
        if (!reached.agreed()) {
            throw Refusal.notAllowed("no-follow-up-agreed");
        }
        if (caller.now().isBefore(reached.askAt())) {
            throw Refusal.wrongState("follow-up-not-yet");
        }
        new Check().that(reached.spoken(), "scale", "note-the-try-first").orRefuse();
        return reached;
    }
}
