package org.alongside.restriction;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.restriction.NewRestriction.NewLook;
import org.alongside.restriction.NewRestriction.NewProlonging;
import org.alongside.restriction.RestrictionEvent.EndTold;
import org.alongside.restriction.RestrictionEvent.Imposed;
import org.alongside.restriction.RestrictionEvent.Lifted;
import org.alongside.restriction.RestrictionEvent.Prolonged;
import org.alongside.restriction.RestrictionEvent.Reviewed;
import org.alongside.restriction.RestrictionEvent.Told;
import org.alongside.shared.Check;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.RestrictionId;
import org.alongside.shared.WorkerId;

/** The door to limits on a stay: impose one with a reason, an end and a reviewer, tell her, review it, prolong or lift it. */
@Stateless
@PermitAll
public class RestrictionService {
    static final String REVIEWED_WITHIN = "restriction-reviewed-within";
    static final String LONGEST = "restriction-longest";
    static final String TOLD_WITHIN = "restriction-told-within";

    @Inject
    CallerContext callers;

    @Inject
    Restrictions restrictions;

    @Inject
    RestrictionPolicy policy;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<RestrictionEvent> events;

    /** The limits on a stay: for the house whole, for who leads that there are some, from when until when. */
    @Requires(Permission.READ_RESTRICTIONS)
    public RestrictionView of(PlacementId placement) {
        Caller caller = callers.caller();
        return restrictions.of(placement, policy.imposes(caller, placement), caller);
    }

    /** The limits on the stay that one of them is about. */
    @Requires(Permission.READ_RESTRICTIONS)
    public RestrictionView read(RestrictionId id) {
        Caller caller = callers.caller();
        PlacementId placement =
                restrictions.known(id).orElseThrow(Refusal::notThere).placement();
        return restrictions.of(placement, policy.imposes(caller, placement), caller);
    }

    /**
     * Imposes a limit on somebody who lives in the house. Refuses {@code restricted-already} where one of that kind lasts.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.LIMIT_STAY)
    public RestrictionId impose(PlacementId placement, NewRestriction asked, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        lasts(check, asked.endsAt(), asked.reviewer(), caller);
        RestrictionId id = RestrictionId.random();
        return once.perform(key, "LIMIT_STAY " + placement, asked, id.value(), caller)
                .map(RestrictionId::new)
                .orElseGet(() -> {
                    Instant reviewBy = reviewBy(asked.endsAt(), caller);
                    restrictions.impose(id, placement, asked, reviewBy, caller);
                    events.fire(new Imposed(id, caller.organisation(), tellBy(caller), reviewBy, asked.endsAt()));
                    return id;
                });
    }

    /** It goes on for a new reason: she is told anew, and it is reviewed anew. */
    @Requires(Permission.LIMIT_STAY)
    public void prolong(RestrictionId id, NewProlonging asked) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        lasts(check, asked.endsAt(), asked.reviewer(), caller);
        running(id, caller);
        Instant reviewBy = reviewBy(asked.endsAt(), caller);
        restrictions.prolong(id, asked, reviewBy, caller);
        events.fire(new Prolonged(id, tellBy(caller), reviewBy, asked.endsAt()));
    }

    /** Somebody else than who imposed it looked at it again, and it stays until its end. */
    @Requires(Permission.REVIEW_RESTRICTION)
    public void review(RestrictionId id, NewLook look) {
        Caller caller = callers.caller();
        Fields.require(look, codes);
        Restrictions.Held held = running(id, caller);
        if (caller.worker().value().equals(held.imposedBy())) {
            throw Refusal.notAllowed("own-restriction");
        }
        Instant reviewBy = reviewBy(held.endsAt(), caller);
        restrictions.review(held, look.words(), reviewBy, caller);
        events.fire(new Reviewed(id, reviewBy, reviewBy.isBefore(held.endsAt())));
    }

    /** It ends before its end; she is told. */
    @Requires(Permission.LIMIT_STAY)
    public void lift(RestrictionId id, NewLook why) {
        Caller caller = callers.caller();
        Fields.require(why, codes);
        restrictions.lift(running(id, caller), why.words(), caller);
        events.fire(new Lifted(id, tellBy(caller)));
    }

    /** She was told of it, or, where it has ended, that it has. Refuses {@code told-already} where she was. */
    @Requires(Permission.LIMIT_STAY)
    public void tell(RestrictionId id) {
        Caller caller = callers.caller();
        Restrictions.Held held = restrictions.hold(id);
        boolean over = held.ended();
        if (over ? held.endTold() : held.told()) {
            throw Refusal.wrongState("told-already");
        }
        restrictions.told(id, over, caller);
        events.fire(over ? new EndTold(id) : new Told(id));
    }

    /** The clock: ends it if its end has come. */
    @Requires(Permission.RUN_PLACEMENT_CLOCK)
    public void runOut(RestrictionId id) {
        restrictions.runOut(id);
    }

    private Restrictions.Held running(RestrictionId id, Caller caller) {
        Restrictions.Held held = restrictions.hold(id);
        if (held.ended() || !held.endsAt().isAfter(caller.now())) {
            throw Refusal.wrongState("restriction-ended");
        }
        return held;
    }

    private void lasts(Check check, Instant endsAt, WorkerId reviewer, Caller caller) {
        check.that(endsAt == null || endsAt.isAfter(caller.now()), "endsAt", "in-the-past")
                .that(
                        endsAt == null || !endsAt.isAfter(caller.now().plus(settings.of(LONGEST))),
                        "endsAt",
                        "restricted-too-long",
                        settings.of(LONGEST).toDays())
                .that(!caller.worker().equals(reviewer), "reviewer", "reviews-own")
                .that(
                        reviewer == null
                                || caller.worker().equals(reviewer)
                                || restrictions.reviewers(caller).stream()
                                        .anyMatch(one -> one.id().equals(reviewer)),
                        "reviewer",
                        "not-of-this-house")
                .orRefuse();
    }

    private Instant reviewBy(Instant endsAt, Caller caller) {
        Instant latest = caller.now().plus(settings.of(REVIEWED_WITHIN));
        return latest.isBefore(endsAt) ? latest : endsAt;
    }

    private Instant tellBy(Caller caller) {
        return caller.now().plus(settings.of(TOLD_WITHIN));
    }
}
