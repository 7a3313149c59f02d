package org.alongside.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.organisation.Departure.Covering;
import org.alongside.organisation.Departure.Kind;
import org.alongside.organisation.Departure.PieceOfWork;
import org.alongside.organisation.Departure.Successor;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Id;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/** The collection of what somebody has in teams that the caller supervises, as far as the caller may open it. */
@ApplicationScoped
class Departures {
    private static final String WORK = """
            select case when a.referral_id is null then 'LEAD' else 'REFERRAL' end kind, k.case_id, f.case_code, k.next_due due_on
              from case_access k join assignment a on a.case_id = k.case_id and a.team_id = k.holder_id join case_file f on f.case_id = k.case_id
             where a.worker_id = :worker and a.absence_id is null and a.from_at <= :now and (a.until_at is null or a.until_at > :now)
               and supervises(a.team_id)
            union all
            select 'STEP', s.case_id, f.case_code, s.due_on from action_step s join case_file f using (case_id)
             where s.owner_worker_id = :worker and s.owner_organisation_id = :organisation and s.status in ('PLANNED', 'IN_PROGRESS', 'BLOCKED')
            union all
            select 'PROMISE', h.case_id, f.case_code, cast(h.hearing_at at time zone 'UTC' as date)
              from hearing_support h join case_file f using (case_id)
             where h.worker_id = :worker and h.organisation_id = :organisation and h.hearing_at > :now
            """;

    @PersistenceContext
    EntityManager em;

    /** Nothing where they never worked in a team that the caller supervises. */
    Optional<Departure> of(WorkerId worker, Caller caller) {
        return Sql.of(em, """
                        select w.name, w.left_at is not null and w.left_at <= :now from worker w
                         where w.worker_id = :worker and supervised_ever(w.worker_id)
                        """)
                .with("worker", worker.value())
                .with("now", caller.now())
                .first(row -> Map.entry(row.text(0), row.yes(1)))
                .map(named -> new Departure(
                        worker,
                        named.getKey(),
                        named.getValue(),
                        work(worker, caller),
                        covering(worker, caller),
                        successors(worker)));
    }

    private List<PieceOfWork> work(WorkerId worker, Caller caller) {
        return Sql.of(em, WORK + " order by due_on, case_code, kind")
                .with("worker", worker.value())
                .with("organisation", caller.organisation().value())
                .with("now", caller.now())
                .rows(row ->
                        new PieceOfWork(Kind.valueOf(row.text(0)), new CaseId(row.uuid(1)), row.text(2), row.date(3)));
    }

    private List<Covering> covering(WorkerId worker, Caller caller) {
        return Sql.of(em, """
                        select b.absence_id, w.name, b.from_at, b.until_at from absence b join worker w on w.worker_id = b.worker_id
                         where b.covered_by = :worker and supervises(b.team_id) and b.ended_at is null and b.until_at > :now
                         order by b.from_at, w.name
                        """)
                .with("worker", worker.value())
                .with("now", caller.now())
                .rows(row -> new Covering(new AbsenceId(row.uuid(0)), row.text(1), row.instant(2), row.instant(3)));
    }

    private List<Successor> successors(WorkerId worker) {
        return Sql.of(em, """
                        select w.worker_id, w.name from worker w
                         where w.worker_id <> :worker
                           and exists (select from team_member m join team t using (team_id)
                                        where m.worker_id = w.worker_id and t.reach = 'PERSON'
                                          and supervises(m.team_id) and belongs_to(w.worker_id, m.team_id))
                         order by w.name, w.worker_id
                        """)
                .with("worker", worker.value())
                .rows(row -> new Successor(new WorkerId(row.uuid(0)), row.text(1)));
    }

    /** Hands over all, or what belongs to one case; answers what of cases went over. */
    List<Handed> handOver(WorkerId worker, WorkerId to, CaseId caseId) {
        return Sql.of(em, "select handed_case, handed_referral from work_hand_over(:worker, :to, :case)")
                .with("worker", worker.value())
                .with("to", to.value())
                .with("case", caseId == null ? (UUID) null : caseId.value())
                .rows(row -> new Handed(
                        new CaseId(row.uuid(0)),
                        Optional.ofNullable(row.uuid(1)).map(ReferralId::new)));
    }

    /** What tasks of that work are about: of the lead's the case and all its referrals, of others the referral alone. */
    Set<Id> subjects(List<Handed> handed) {
        Set<Id> subjects = new HashSet<>();
        handed.forEach(one -> subjects.add(one.referral().map(Id.class::cast).orElse(one.caseId())));
        subjects.addAll(Sql.of(em, "select referral_id from referral where case_id = any (:cases)")
                .with(
                        "cases",
                        handed.stream()
                                .filter(one -> one.referral().isEmpty())
                                .map(one -> one.caseId().value())
                                .collect(Collectors.toSet()))
                .rows(row -> new ReferralId(row.uuid(0))));
        return subjects;
    }

    /** Somebody else works on it from now on. */
    record Handed(CaseId caseId, Optional<ReferralId> referral) {}
}
