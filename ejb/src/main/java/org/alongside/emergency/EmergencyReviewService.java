package org.alongside.emergency;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.emergency.EmergencyAccesses.Known;
import org.alongside.emergency.EmergencyEvent.AccessReviewed;
import org.alongside.emergency.EmergencyEvent.MisuseSeen;
import org.alongside.emergency.EmergencyView.AccessNotice;
import org.alongside.emergency.EmergencyView.AccessReview;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.Refusal;

/** The door by which data protection looks at every emergency access afterwards, and by which a misuse is told without its content. */
@Stateless
@PermitAll
public class EmergencyReviewService {
    private static final String MISUSE = "MISUSE";

    @Inject
    CallerContext callers;

    @Inject
    EmergencyAccesses accesses;

    @Inject
    Codes codes;

    @Inject
    Event<EmergencyEvent> events;

    /** What waits for review, soonest due first, then what was reviewed; at most 100. */
    @Requires(Permission.REVIEW_EMERGENCY_ACCESS)
    public List<AccessReview> list() {
        Caller caller = callers.caller();
        return accesses.toReview().stream()
                .map(known -> review(known, List.of(), caller))
                .toList();
    }

    /** One access with all that is known of it: never what stands in the file. */
    @Requires(Permission.REVIEW_EMERGENCY_ACCESS)
    public AccessReview read(EmergencyAccessId id) {
        return review(accesses.require(id), accesses.looks(id), callers.caller());
    }

    private static AccessReview review(Known known, List<EmergencyView.Look> looks, Caller caller) {
        return new AccessReview(
                known.header(),
                known.plea().orElseThrow(Refusal::notThere),
                known.header().openedAt().isPresent()
                        && known.header().reviewedAt().isEmpty()
                        && !known.worker().equals(caller.worker())
                        && known.decidedBy().filter(caller.worker()::equals).isEmpty(),
                known.review(),
                looks,
                known.header().openedAt().map(any -> known.told()));
    }

    /** Says whether it was justified, once; misuse ends what is still open in this instant. Refuses {@code own-request}. */
    @Requires(Permission.REVIEW_EMERGENCY_ACCESS)
    public void judge(EmergencyAccessId id, NewVerdict verdict) {
        Fields.require(verdict, codes);
        AccessReview review = read(id);
        if (review.header().openedAt().isEmpty()) {
            throw Refusal.wrongState("emergency-never-opened");
        }
        if (review.header().reviewedAt().isPresent()) {
            throw Refusal.wrongState("emergency-reviewed");
        }
        if (!review.reviewable()) {
            throw Refusal.notAllowed("own-request");
        }
        accesses.judge(id, verdict);
        events.fire(new AccessReviewed(id, MISUSE.equals(verdict.verdict())));
    }

    /** What was found to be misuse, for the supervisor of whoever it was and for administrators; newest first, at most 50. */
    @Requires(Permission.SEE_TO_MISUSE)
    public List<AccessNotice> listMisuses() {
        return accesses.misuses().stream().map(this::notice).toList();
    }

    /** One that was misuse, or whose review is late: who and when, and nothing of the file. */
    @Requires(Permission.SEE_TO_MISUSE)
    public AccessNotice readMisuse(EmergencyAccessId id) {
        return notice(accesses.require(id));
    }

    /** The caller's desk has seen it and does what is to be done; a second time changes nothing. */
    @Requires(Permission.SEE_TO_MISUSE)
    public void seeMisuse(EmergencyAccessId id) {
        if (accesses.require(id).header().verdict().filter(MISUSE::equals).isEmpty()) {
            throw Refusal.wrongState("emergency-not-misuse");
        }
        events.fire(new MisuseSeen(id, accesses.seeMisuse(id)));
    }

    private AccessNotice notice(Known known) {
        String desk = callers.caller().has(Role.ADM) ? "ADMINISTRATOR" : "SUPERVISOR";
        return new AccessNotice(known.header(), accesses.seenBy(known.header().id(), desk));
    }
}
