package org.alongside.counselling;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.counselling.NewSupervision.NewMeeting;
import org.alongside.counselling.SupervisionEvent.Ended;
import org.alongside.counselling.SupervisionEvent.LookedAt;
import org.alongside.counselling.SupervisionEvent.Met;
import org.alongside.counselling.SupervisionEvent.Named;
import org.alongside.counselling.WeekService.Week;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;
import org.alongside.shared.SupervisionId;
import org.alongside.shared.WarningId;

/** The door to how much counsellors carry and who supervises them: numbers, names and days, and nobody's file. */
@Stateless
@PermitAll
public class CaseloadService {
    private static final int OLDEST_MEETING_DAYS = 31;

    @Inject
    CallerContext callers;

    @Inject
    Supervisions supervisions;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Instance<CounsellingTimes> times;

    @Inject
    Event<SupervisionEvent> events;

    /** What each carries this week. */
    @Requires(Permission.READ_CASELOAD)
    public CaseloadView caseload() {
        Caller caller = callers.caller();
        Week week = Week.of(workers.today(caller), workers.zone(caller));
        CounsellingTimes now = times.get();
        return new CaseloadView(
                week.monday(),
                now.limits().openCases(),
                now.limits().sessions(),
                now.times().meetEvery().toDays(),
                caller.has(Role.SUP),
                supervisions.carried(week.from(), week.until(), caller),
                supervisions.warnings(caller));
    }

    /** A supervisor of the house has looked at it; refuses {@code looked-already}. */
    @Requires(Permission.LOOK_AT_CASELOAD)
    public void looked(WarningId id) {
        if (!supervisions.looked(id, callers.caller())) {
            throw Refusal.wrongState("looked-already");
        }
        events.fire(new LookedAt(id));
    }

    /**
     * Names who supervises a counsellor, in the place of who did: both counsel in the house, they are two, and nobody names themselves. Whoever did
     * reads nothing of that counsellor's clinical record from now on.
     */
    @Requires(Permission.NAME_CLINICAL_SUPERVISOR)
    public SupervisionId name(NewSupervision asked) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        check.orRefuse();
        if (!supervisions.counselsHere(asked.counsellor(), caller)) {
            throw Refusal.notAllowed("not-a-counsellor-here");
        }
        check.that(!asked.supervisor().equals(asked.counsellor()), "supervisor", "supervises-oneself")
                .that(!asked.supervisor().equals(caller.worker()), "supervisor", "names-oneself")
                .that(supervisions.counselsHere(asked.supervisor(), caller), "supervisor", "not-a-counsellor-here")
                .orRefuse();
        supervisions.endOf(asked.counsellor(), caller).ifPresent(ended -> events.fire(new Ended(ended)));
        SupervisionId id = SupervisionId.random();
        supervisions.name(id, asked, caller);
        Instant now = caller.now();
        CounsellingTimes.Times clock = times.get().times();
        events.fire(
                new Named(id, caller.organisation(), now.plus(clock.meetAskedAfter()), now.plus(clock.meetEvery())));
        return id;
    }

    /** Nobody supervises that counsellor any more. Refuses {@code supervision-ended}. */
    @Requires(Permission.NAME_CLINICAL_SUPERVISOR)
    public void end(SupervisionId id) {
        if (!supervisions.end(id, callers.caller())) {
            throw Refusal.wrongState("supervision-ended");
        }
        events.fire(new Ended(id));
    }

    /** The two met on a day of the last month; the next meeting is asked for from then on. Refuses {@code supervision-ended}. */
    @Requires(Permission.RECORD_SUPERVISION)
    public void met(SupervisionId id, NewMeeting meeting) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(meeting, "");
        LocalDate today = workers.today(caller);
        if (meeting.heldOn() != null) {
            check.that(!meeting.heldOn().isAfter(today), "heldOn", "in-the-future")
                    .that(
                            !meeting.heldOn().isBefore(today.minusDays(OLDEST_MEETING_DAYS)),
                            "heldOn",
                            "longer-ago-than-days",
                            OLDEST_MEETING_DAYS);
        }
        check.orRefuse();
        Supervisions.Known known = supervisions.known(id).orElseThrow(Refusal::notThere);
        if (known.ended()) {
            throw Refusal.wrongState("supervision-ended");
        }
        if (supervisions.met(known, meeting.heldOn(), caller)) {
            Instant held = meeting.heldOn().atStartOfDay(workers.zone(caller)).toInstant();
            CounsellingTimes.Times clock = times.get().times();
            events.fire(new Met(id, held.plus(clock.meetAskedAfter()), held.plus(clock.meetEvery())));
        }
    }
}
