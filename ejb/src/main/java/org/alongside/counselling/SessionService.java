package org.alongside.counselling;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.counselling.CounsellingView.Session;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.NewSession.NewHour;
import org.alongside.counselling.NewSession.NewWorry;
import org.alongside.counselling.SessionEvent.Over;
import org.alongside.referral.Arrivals;
import org.alongside.safety.OpenAlerts;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.alongside.shared.SittingId;
import org.alongside.shared.WorkerId;

/** The door to sessions: plan one, move it, say whether she came, and say that there is a worry. */
@Stateless
@PermitAll
public class SessionService {
    static final String LONGEST = "session-longest";
    static final String RECORDED_LATE = "session-recorded-late";
    private static final Set<String> MET = Set.of("ATTENDED", "REMOTE");
    private static final Set<String> OF_AN_HOUR_THAT_BEGAN = Set.of("ATTENDED", "REMOTE", "NO_SHOW");

    @Inject
    CallerContext callers;

    @Inject
    Sessions sessions;

    @Inject
    Notes notes;

    @Inject
    Carrying carrying;

    @Inject
    Files files;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Asking asking;

    @Inject
    Once once;

    @Inject
    OpenAlerts alerts;

    @Inject
    Arrivals arrivals;

    @Inject
    Event<SessionEvent> events;

    /** Counselling of a case, as much of it as is the caller's. Refuses {@code counselling-not-open}. */
    @Requires(Permission.READ_COUNSELLING)
    public CounsellingView of(CaseId caseId) {
        Caller caller = callers.caller();
        CounsellingReach reach = reach(caseId, caller);
        if (!reach.knows()) {
            throw Refusal.notAllowed("counselling-not-open");
        }
        boolean plans = reach.writes();
        return new CounsellingView(
                caseId,
                plans,
                plans ? sessions.counsellors(caseId) : List.of(),
                reach.keeps() ? sessions.own(caseId, caller) : List.of(),
                notes.attended(caseId),
                notes.summaries(caseId),
                reach.leads() && !reach.keeps());
    }

    /**
     * Plans a session with her, with oneself or a colleague who counsels her too. Refuses {@code not-on-the-case} where her file does not
     * reach that colleague, and {@code two-at-once}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.PLAN_SESSION)
    public SessionId plan(CaseId caseId, NewSession asked, String key) {
        Caller caller = callers.caller();
        if (!reach(caseId, caller).writes()) {
            throw Refusal.notAllowed("not-yours-to-write", Category.COUNSELLING_NOTES.name());
        }
        Check check = rules(caller).check(asked, asked.startsAt(), asked.minutes());
        check.orRefuse();
        WorkerId counsellor = Objects.requireNonNullElse(asked.counsellor(), caller.worker());
        check.that(
                        sessions.counsellors(caseId).stream()
                                .anyMatch(one -> one.id().equals(counsellor)),
                        "counsellor",
                        "not-on-the-case")
                .orRefuse();
        SessionId id = SessionId.random();
        return once.perform(key, "PLAN_SESSION " + caseId, asked, id.value(), caller)
                .map(SessionId::new)
                .orElseGet(() -> {
                    SittingId sitting = SittingId.random();
                    Instant ends = Sessions.ends(asked.startsAt(), asked.minutes());
                    sessions.plan(id, sitting, caseId, counsellor, asked);
                    asking.planned(sitting, ends, caller);
                    carrying.look(counsellor, asked.startsAt(), caller);
                    return id;
                });
    }

    /** One session: for its counsellor, and without whose it is for who supervises them. */
    @Requires(Permission.READ_SESSION)
    public Session read(SessionId id) {
        return sessions.find(id, callers.caller()).orElseThrow(Refusal::notThere);
    }

    /** At another time; of a group, for everybody who comes. Refuses {@code session-recorded}, {@code two-at-once}. */
    @Requires(Permission.CHANGE_SESSION)
    public void move(SessionId id, NewHour hour) {
        Caller caller = callers.caller();
        rules(caller).check(hour, hour.startsAt(), hour.minutes()).orRefuse();
        Sessions.Held held = sessions.hold(id);
        if (!held.planned() || held.begun()) {
            throw Refusal.wrongState("session-recorded");
        }
        Instant ends = Sessions.ends(hour.startsAt(), hour.minutes());
        sessions.move(held.sitting(), hour.startsAt(), ends);
        asking.moved(held.sitting(), ends, caller);
        carrying.look(caller.worker(), hour.startsAt(), caller);
    }

    /**
     * Says whether she came, or that it is called off; a slip is put right the same way. Who came for the first time has been met. Refuses
     * {@code not-begun-yet} of an hour that is still to come.
     */
    @Requires(Permission.CHANGE_SESSION)
    public void record(SessionId id, NewAttendance said) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        check.that(!"PLANNED".equals(said.attendance()), "attendance", "attendance-to-say")
                .orRefuse();
        Sessions.Held held = sessions.hold(id);
        if (OF_AN_HOUR_THAT_BEGAN.contains(said.attendance()) && held.startsAt().isAfter(caller.now())) {
            throw Refusal.wrongState("not-begun-yet");
        }
        if (!said.attendance().equals(held.attendance())) {
            sessions.record(id, said.attendance(), caller);
            if (sessions.settle(held.sitting(), caller)) {
                events.fire(new Over(List.of(held.sitting())));
            }
        }
        if (MET.contains(said.attendance())) {
            held.referral().ifPresent(arrivals::met);
        }
    }

    /** What was said raised a worry: an alert without a word of it, for whoever looks after her safety. */
    @Requires(Permission.RAISE_WORRY)
    public AlertId worry(SessionId id, NewWorry worry, String key) {
        Caller caller = callers.caller();
        CaseId caseId = sessions.known(id).orElseThrow(Refusal::notThere).caseId();
        AlertId alert = AlertId.random();
        return once.perform(key, "RAISE_WORRY " + id, worry, alert.value(), caller)
                .map(AlertId::new)
                .orElseGet(() -> alerts.raise(alert, caseId, "WORRY", worry.inDanger(), caller));
    }

    /** By the processes: whether somebody still is to say who came. */
    @Requires(Permission.RUN_COUNSELLING_CLOCK)
    public boolean waits(SittingId sitting) {
        return sessions.waits(sitting);
    }

    private SessionRules rules(Caller caller) {
        return new SessionRules(codes, caller.now(), settings.of(LONGEST), settings.of(RECORDED_LATE));
    }

    private CounsellingReach reach(CaseId caseId, Caller caller) {
        return CounsellingReach.of(caller, files.found(caller, caseId), files.matrix());
    }
}
