package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.CodeOf;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.housing.GapEvent.GapFound;
import org.alongside.housing.GapEvent.GapsSettled;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;

/** The door to PLACEMENT_GAP: a child or somebody at high risk has no place tonight, and who leads says what is done. */
@Stateless
@PermitAll
public class GapService {
    static final String ANSWERED_WITHIN = "placement-gap-answered-within";
    private static final int MOST_AT_ONCE = 200;

    @Inject
    CallerContext callers;

    @Inject
    Gaps gaps;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Event<GapEvent> events;

    /** Looks for who has no place, and asks who leads; told by the process every hour. Each is asked about once a day. */
    @Requires(Permission.RUN_PLACEMENT_CLOCK)
    public void look() {
        Instant answerBy = callers.caller().now().plus(settings.of(ANSWERED_WITHIN));
        gaps.raise(MOST_AT_ONCE).forEach(one -> events.fire(new GapFound(one.gap(), one.lead(), answerBy)));
    }

    /** The nights for which no place of hers was known, the newest first. */
    @Requires(Permission.READ_GAPS)
    public List<GapView> of(CaseId caseId) {
        return gaps.of(caseId);
    }

    /** Who leads says what is done; refuses {@code no-gap-waits} where nothing is asked. */
    @Requires(Permission.ANSWER_GAP)
    public void answer(CaseId caseId, NewAnswer answer) {
        Fields.require(answer, codes);
        Caller caller = callers.caller();
        List<UUID> answered = gaps.answer(caseId, answer.answer(), caller);
        if (answered.isEmpty()) {
            throw Refusal.wrongState("no-gap-waits");
        }
        events.fire(new GapsSettled(answered));
    }

    /** What is done about it: code of placement_gap_answer. */
    public record NewAnswer(
            @NotNull @CodeOf("placement_gap_answer") String answer) {}
}
