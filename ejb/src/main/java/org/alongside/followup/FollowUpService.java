package org.alongside.followup;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.followup.FollowUpEvent.FollowUpsEnded;
import org.alongside.followup.FollowUpEvent.FollowUpsOver;
import org.alongside.followup.FollowUpEvent.FollowedUp;
import org.alongside.followup.FollowUpEvent.ReopeningOffered;
import org.alongside.followup.FollowUps.Held;
import org.alongside.followup.FollowUps.Measured;
import org.alongside.followup.NewFollowUp.NewReopeningOffer;
import org.alongside.followup.NewFollowUp.NewTry;
import org.alongside.shared.CaseId;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.Refusal;

/** The door to asking somebody how she is after her file was closed: try to reach her, write down what she says, offer to open the file again. */
@Stateless
@PermitAll
public class FollowUpService {
    private static final int MOST_AT_ONCE = 200;

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    FollowUps followUps;

    @Inject
    Instance<FollowUpTimes> times;

    @Inject
    Codes codes;

    @Inject
    Event<FollowUpEvent> events;

    /** When she was and will be asked: the newest episode first; none where she never agreed. */
    @Requires(Permission.READ_FOLLOW_UPS)
    public List<FollowUpView> of(CaseId caseId) {
        Caller caller = callers.caller();
        if (!files.found(caller, caseId).leads()) {
            throw Refusal.notThere();
        }
        return followUps.of(caseId, caller.now());
    }

    /** One of them. */
    @Requires(Permission.READ_FOLLOW_UPS)
    public FollowUpView read(FollowUpId id) {
        return followUps.find(id, callers.caller().now()).orElseThrow(Refusal::notThere);
    }

    /**
     * Notes a try to reach her. Refuses NOT_ALLOWED {@code no-follow-up-agreed}, INVALID {@code not-her-safe-channel}, WRONG_STATE
     * {@code follow-up-over} and {@code follow-up-not-yet}.
     */
    @Requires(Permission.FOLLOW_UP)
    public void tried(FollowUpId id, NewTry tried) {
        Caller caller = callers.caller();
        Held held = followUps.require(id);
        FollowUpRules.requireAskable(held, caller.now());
        FollowUpRules.tried(tried, held, followUps.channels(id), codes, caller.now());
        followUps.tried(held, tried, caller);
    }

    /**
     * Writes down how it ended. What worries asks to offer her to open the file again; who does not want to be asked any more is not
     * asked at the later times either. An answer to a scale that must alarm worries by itself. Refuses like {@link #tried}, and INVALID
     * {@code note-the-try-first}, {@code she-answered}.
     */
    @Requires(Permission.FOLLOW_UP)
    public void record(FollowUpId id, NewFollowUp how) {
        Caller caller = callers.caller();
        Held held = followUps.require(id);
        FollowUpRules.requireAskable(held, caller.now());
        Measured measured = followUps.measured(id);
        FollowUpRules.done(
                how,
                followUps.tries(id, FollowUpRules.REACHED) > 0,
                followUps.tries(id, null) > 0,
                measured.scales() > 0,
                codes);
        boolean worries = measured.alarms() || FollowUpRules.worries(how);
        Instant offerBy = caller.now().plus(times.get().of(held.point()).offerWithin());
        List<FollowUpId> ended = followUps.done(held, how, worries, offerBy);
        events.fire(new FollowedUp(id, worries ? Optional.of(offerBy) : Optional.empty()));
        if (!ended.isEmpty()) {
            events.fire(new FollowUpsEnded(ended));
        }
        over(held.caseId());
    }

    /**
     * Plans for those whose files were closed before there were follow-ups, who agreed and still do, the times that are not over; told by the
     * process every hour, and none is planned twice.
     */
    @Requires(Permission.RUN_OUTCOME_CLOCK)
    public void planForBefore() {
        followUps.ofBefore(times.get().all(), MOST_AT_ONCE).forEach(events::fire);
    }

    /** Writes down what she says to opening the file again; whoever wants it is helped by opening it. Refuses {@code nothing-to-offer}. */
    @Requires(Permission.FOLLOW_UP)
    public void offer(FollowUpId id, NewReopeningOffer offer) {
        Fields.require(offer, codes);
        Held held = followUps.require(id);
        if (!held.offers()) {
            throw Refusal.wrongState("nothing-to-offer");
        }
        followUps.offered(id, offer.answer());
        events.fire(new ReopeningOffered(id));
        over(held.caseId());
    }

    private void over(CaseId caseId) {
        if (followUps.over(caseId)) {
            events.fire(new FollowUpsOver(caseId));
        }
    }
}
