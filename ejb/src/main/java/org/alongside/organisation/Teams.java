package org.alongside.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.organisation.TeamService.TeamQuery;
import org.alongside.organisation.TeamView.Absence;
import org.alongside.organisation.TeamView.Member;
import org.alongside.organisation.TeamView.TeamCase;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.AfterDay;
import org.alongside.shared.CaseId;
import org.alongside.shared.Id;
import org.alongside.shared.Page;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** The collection of teams as their supervisors see them: only what the supervisor may open is counted or listed. */
@ApplicationScoped
class Teams {
    private static final String MY_TEAMS = """
            (select m.team_id from team_member m where m.worker_id = :me and m.supervises
                and m.from_at <= :now and (m.until_at is null or m.until_at > :now))
            """;

    /** Cases on which somebody of a supervised team works by name, from the supervisor's own part of the time line. */
    private static final String WORK =
            " from case_access k join assignment a on a.case_id = k.case_id and a.team_id = k.holder_id ";

    private static final String BY_NAME = " where k.holder_id in " + MY_TEAMS + """
               and a.worker_id is not null and a.absence_id is null and a.from_at <= :now and (a.until_at is null or a.until_at > :now)
            """;

    @PersistenceContext
    EntityManager em;

    List<Member> members(Caller caller) {
        return Sql.of(em, """
                        with work as (select a.team_id, a.worker_id, (count(distinct a.case_id) filter (where case_is_open(k.status)))::int cases
                        """ + WORK + BY_NAME + """
                         group by 1, 2),
                        mine as
                        """ + MY_TEAMS + """
                        , people as (
                          select m.team_id, m.worker_id, m.supervises from team_member m
                           where m.team_id in (select team_id from mine) and m.from_at <= :now and (m.until_at is null or m.until_at > :now)
                          union
                          select w.team_id, w.worker_id, false from work w
                           where not exists (select from team_member m where m.team_id = w.team_id and m.worker_id = w.worker_id
                                                and (m.until_at is null or m.until_at > :now)))
                        select w.worker_id, w.name, array_to_string(array(
                                 select r.role_code from worker_role r where r.worker_id = w.worker_id order by r.role_code), ','),
                               t.team_id, t.name, t.reach, p.supervises, w.left_at is not null and w.left_at <= :now, coalesce(k.cases, 0)
                          from people p join worker w using (worker_id) join team t using (team_id)
                          left join work k on k.team_id = p.team_id and k.worker_id = p.worker_id
                         order by t.name, t.team_id, w.left_at is null, p.supervises, w.name
                        """)
                .with("me", caller.worker().value())
                .with("now", caller.now())
                .rows(row -> new Member(
                        new WorkerId(row.uuid(0)),
                        row.text(1),
                        row.codes(2),
                        new TeamId(row.uuid(3)),
                        row.text(4),
                        row.text(5),
                        row.yes(6),
                        row.yes(7),
                        row.number(8)));
    }

    Page<TeamCase> cases(Caller caller, TeamQuery query, int size) {
        AfterDay after = AfterDay.read(query.cursor());
        List<TeamCase> rows = Sql.of(
                        em,
                        """
                        select k.case_id, f.case_code, k.status, k.next_due, a.worker_id, w.name, w.left_at is not null and w.left_at <= :now,
                               a.referral_id, a.from_at,
                               (select c.name from assignment v join absence b on b.absence_id = v.absence_id join worker c on c.worker_id = v.worker_id
                                 where v.case_id = a.case_id and v.referral_id is not distinct from a.referral_id and b.worker_id = a.worker_id
                                   and v.from_at <= :now and v.until_at > :now limit 1)
                        """
                                + WORK
                                + " join case_file f on f.case_id = k.case_id join worker w on w.worker_id = a.worker_id "
                                + BY_NAME
                                + """
                           and (cast(:worker as uuid) is null or a.worker_id = :worker)
                           and (cast(:case as uuid) is null or k.case_id = :case)
                           and (k.next_due, coalesce(a.referral_id, k.case_id)) > (:due, :after)
                         order by k.next_due, coalesce(a.referral_id, k.case_id) limit :most
                        """)
                .with("me", caller.worker().value())
                .with("now", caller.now())
                .with(
                        "worker",
                        query.worker() == null ? (UUID) null : query.worker().value())
                .with(
                        "case",
                        query.caseId() == null ? (UUID) null : query.caseId().value())
                .with("due", after.day())
                .with("after", after.id())
                .with("most", size + 1)
                .rows(row -> new TeamCase(
                        new CaseId(row.uuid(0)),
                        row.text(1),
                        row.text(2),
                        row.date(3),
                        new WorkerId(row.uuid(4)),
                        row.text(5),
                        row.yes(6),
                        Optional.ofNullable(row.uuid(7)).map(ReferralId::new),
                        row.instant(8),
                        Optional.ofNullable(row.text(9))));
        return AfterDay.page(rows, size, TeamCase::nextDue, one -> one.referral()
                .<Id>map(Id.class::cast)
                .orElse(one.id()));
    }

    List<Absence> absences(Caller caller) {
        return Sql.of(em, """
                        select b.absence_id, b.worker_id, w.name, b.covered_by, c.name, b.from_at, b.until_at,
                               (select count(distinct a.case_id) from assignment a
                                 where a.absence_id = b.absence_id and a.until_at > greatest(a.from_at, :now))::int
                          from absence b join worker w on w.worker_id = b.worker_id join worker c on c.worker_id = b.covered_by
                         where supervises(b.team_id) and b.ended_at is null and b.until_at > :now order by b.from_at, w.name
                        """)
                .with("now", caller.now())
                .rows(row -> new Absence(
                        new AbsenceId(row.uuid(0)),
                        new WorkerId(row.uuid(1)),
                        row.text(2),
                        new WorkerId(row.uuid(3)),
                        row.text(4),
                        row.instant(5),
                        row.instant(6),
                        row.number(7)));
    }

    /** Who works on it by name in the caller's organisation, for the lead or under that referral. */
    Optional<Assigned> assigned(Caller caller, CaseId caseId, ReferralId referral) {
        return Sql.of(em, """
                        select team_id, worker_id, supervises(team_id) from assignment
                         where case_id = :case and organisation_id = :organisation and referral_id is not distinct from :referral
                           and worker_id is not null and absence_id is null and from_at <= :now and (until_at is null or until_at > :now)
                         order by from_at desc limit 1
                        """)
                .with("case", caseId.value())
                .with("organisation", caller.organisation().value())
                .with("referral", referral == null ? (UUID) null : referral.value())
                .with("now", caller.now())
                .first(row -> new Assigned(new TeamId(row.uuid(0)), new WorkerId(row.uuid(1)), row.yes(2)));
    }

    void assign(CaseId caseId, ReferralId referral, WorkerId worker) {
        Sql.of(em, "select cast(assign_case(:case, :referral, :worker) as text)")
                .with("case", caseId.value())
                .with("referral", referral == null ? (UUID) null : referral.value())
                .with("worker", worker.value())
                .run();
    }

    /** What tasks of that work are about: the referral alone, or for the lead the case and all its referrals. */
    Set<Id> subjects(CaseId caseId, ReferralId referral) {
        if (referral != null) {
            return Set.of(referral);
        }
        Set<Id> subjects = new HashSet<>(Sql.of(em, "select referral_id from referral where case_id = :case")
                .with("case", caseId.value())
                .rows(row -> new ReferralId(row.uuid(0))));
        subjects.add(caseId);
        return subjects;
    }

    boolean belongs(WorkerId worker, TeamId team) {
        return Sql.of(em, "select belongs_to(:worker, :team)")
                .with("worker", worker.value())
                .with("team", team.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** A team that the caller supervises and to which both belong. */
    Optional<TeamId> shared(WorkerId one, WorkerId other) {
        return Sql.of(em, """
                        select m.team_id from team_member m
                         where m.worker_id = :one and supervises(m.team_id) and belongs_to(:one, m.team_id) and belongs_to(:other, m.team_id)
                         order by m.from_at limit 1
                        """)
                .with("one", one.value())
                .with("other", other.value())
                .first(row -> new TeamId(row.uuid(0)));
    }

    /** The time zone in which somebody's days are counted. */
    Optional<ZoneId> zoneOf(WorkerId worker) {
        return Sql.of(em, "select zone from worker where worker_id = :worker")
                .with("worker", worker.value())
                .first(row -> ZoneId.of(row.text(0)));
    }

    void cover(AbsenceId id, WorkerId worker, WorkerId cover, Instant from, Instant until) {
        Sql.of(em, "select cover_begin(:id, :worker, :cover, :from, :until)")
                .with("id", id.value())
                .with("worker", worker.value())
                .with("cover", cover.value())
                .with("from", from)
                .with("until", until)
                .run();
    }

    void end(AbsenceId id) {
        Sql.of(em, "select cast(cover_end(:id) as text)").with("id", id.value()).run();
    }

    /** Who is away by that absence at that instant, if it still stands. */
    Optional<WorkerId> away(AbsenceId id, Instant now) {
        return Sql.of(em, """
                        select worker_id from absence where absence_id = :id and ended_at is null and from_at <= :now and until_at > :now
                        """).with("id", id.value()).with("now", now).first(row -> new WorkerId(row.uuid(0)));
    }

    /** Who works on a case. */
    record Assigned(TeamId team, WorkerId worker, boolean supervised) {}
}
