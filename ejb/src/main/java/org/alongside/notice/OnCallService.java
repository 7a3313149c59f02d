package org.alongside.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.notice.Rota.OnCall;
import org.alongside.notice.Rota.OnCallPerson;
import org.alongside.shared.Check;
import org.alongside.shared.OnCallId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/** The door of those who lead to their organisation's rota: who is told at once of what is urgent, also at night. */
@Stateless
@PermitAll
public class OnCallService {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration FURTHEST = Duration.ofDays(366);
    private static final Duration GAPS_SHOWN = Duration.ofDays(7);

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    Codes codes;

    /** Who is on call in the caller's organisation, now and later, at most 200 times. */
    @Requires(Permission.KEEP_ROTA)
    public Rota rota() {
        Caller caller = callers.caller();
        List<OnCall> times = times(caller);
        return new Rota(
                times,
                times.isEmpty()
                        ? List.of()
                        : Rota.gaps(times, caller.now(), caller.now().plus(GAPS_SHOWN)),
                people(caller));
    }

    /**
     * Plans that somebody of the caller's organisation is on call; two at once may be, and are asked one after the other.
     * Refuses as not there who does not work there, or receives nothing.
     */
    @Requires(Permission.KEEP_ROTA)
    public OnCallId plan(NewOnCall time) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(time, "");
        check.orRefuse();
        if (people(caller).stream().noneMatch(one -> one.worker().equals(time.worker()))) {
            throw Refusal.notThere();
        }
        check.that(time.from().isBefore(time.until()), "until", "ends-before-it-begins")
                .that(time.until().isAfter(caller.now()), "until", "past-already")
                .that(
                        Duration.between(time.from(), time.until()).compareTo(LONGEST) <= 0,
                        "until",
                        "too-long-on-call",
                        LONGEST.toDays())
                .that(time.until().isBefore(caller.now().plus(FURTHEST)), "from", "unknown-day")
                .orRefuse();
        OnCallId id = OnCallId.random();
        Sql.of(em, """
                        insert into on_call (on_call_id, organisation_id, worker_id, from_at, until_at, planned_at, planned_by)
                        values (:id, :organisation, :worker, :from, :until, :now, :caller)
                        """)
                .with("id", id.value())
                .with("organisation", caller.organisation().value())
                .with("worker", time.worker().value())
                .with("from", time.from())
                .with("until", time.until())
                .with("now", caller.now())
                .with("caller", caller.worker().value())
                .change();
        return id;
    }

    /** Takes a time off the rota, at once. */
    @Requires(Permission.KEEP_ROTA)
    public void remove(OnCallId id) {
        Caller caller = callers.caller();
        int removed = Sql.of(em, """
                        update on_call set removed_at = :now, removed_by = :caller
                         where on_call_id = :id and removed_at is null and until_at > :now
                        """)
                .with("id", id.value())
                .with("now", caller.now())
                .with("caller", caller.worker().value())
                .change();
        if (removed == 0) {
            throw Refusal.notThere();
        }
    }

    private List<OnCall> times(Caller caller) {
        return Sql.of(em, """
                        select k.on_call_id, k.worker_id, w.name, k.from_at, k.until_at
                          from on_call k join worker w using (worker_id)
                         where k.organisation_id = :organisation and k.removed_at is null and k.until_at > :now
                         order by k.from_at, k.until_at, w.name limit 200
                        """)
                .with("organisation", caller.organisation().value())
                .with("now", caller.now())
                .rows(row -> new OnCall(
                        new OnCallId(row.uuid(0)),
                        new WorkerId(row.uuid(1)),
                        row.text(2),
                        row.instant(3),
                        row.instant(4)));
    }

    /** Those to whom what comes in is offered: who could not take it up is no help at night. */
    private List<OnCallPerson> people(Caller caller) {
        return Sql.of(em, """
                        select w.worker_id, w.name from worker w
                         where w.organisation_id = :organisation and w.kind = 'PERSON' and (w.left_at is null or w.left_at > :now)
                           and exists (select from worker_role r where r.worker_id = w.worker_id and r.role_code = any (:roles))
                         order by w.name, w.worker_id
                        """)
                .with("organisation", caller.organisation().value())
                .with("roles", Role.RECEIVING.stream().map(Role::name).toList())
                .with("now", caller.now())
                .rows(row -> new OnCallPerson(new WorkerId(row.uuid(0)), row.text(1)));
    }
}
