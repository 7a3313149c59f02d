package org.alongside.tie;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.Id;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.TeamId;
import org.alongside.shared.TieId;
import org.alongside.shared.WorkerId;

/** The collection of ties: the database tells each caller only of those that are theirs to know. */
@ApplicationScoped
class Ties {
    private static final String SUPERVISED = """
            select t.tie_id, t.worker_id, w.name, t.case_code, t.tie, t.declared_at, b.name, t.declared_by = t.worker_id,
                   t.lifted_at, l.name, t.lift_reason
              from ties_supervised() t join worker w on w.worker_id = t.worker_id
              join worker b on b.worker_id = t.declared_by left join worker l on l.worker_id = t.lifted_by
            """;

    @PersistenceContext
    EntityManager em;

    List<OwnTie> own() {
        return Sql.of(em, """
                        select tie_id, case_code, tie, declared_at, lifted_at from ties_declared()
                         order by lifted_at is not null, declared_at desc, tie_id
                        """)
                .rows(row -> new OwnTie(new TieId(row.uuid(0)), row.text(1), row.text(2), row.instant(3), row.when(4)));
    }

    void declare(TieId id, String caseCode, String tie) {
        Sql.of(em, "select cast(tie_declare(:id, :code, :tie) as text)")
                .with("id", id.value())
                .with("code", caseCode)
                .with("tie", tie)
                .run();
    }

    /** Every case and card that is closed to the caller by a tie; some ids may be of no case. */
    Set<Id> closedTo(Caller caller) {
        Set<Id> closed = new HashSet<>(Sql.of(em, "select referral_id from unnest(caller_tied_cards()) c(referral_id)")
                .rows(row -> new ReferralId(row.uuid(0))));
        closed.addAll(
                Sql.of(em, "select case_id from conflict_declaration where worker_id = :worker and lifted_at is null")
                        .with("worker", caller.worker().value())
                        .rows(row -> new CaseId(row.uuid(0))));
        return closed;
    }

    List<TeamTie> supervised() {
        return Sql.of(em, SUPERVISED + " order by t.lifted_at is not null, t.declared_at desc, t.tie_id limit 200")
                .rows(Ties::teamTie);
    }

    Optional<TeamTie> supervised(TieId id) {
        return Sql.of(em, SUPERVISED + " where t.tie_id = :id")
                .with("id", id.value())
                .first(Ties::teamTie);
    }

    private static TeamTie teamTie(Row row) {
        return new TeamTie(
                new TieId(row.uuid(0)),
                new WorkerId(row.uuid(1)),
                row.text(2),
                row.text(3),
                row.text(4),
                row.instant(5),
                row.text(6),
                row.yes(7),
                row.when(8),
                Optional.ofNullable(row.text(9)),
                Optional.ofNullable(row.text(10)));
    }

    boolean supervises(WorkerId worker) {
        return Sql.of(em, "select supervises_worker(:worker)")
                .with("worker", worker.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    Set<WorkerId> tiedHere(CaseId caseId) {
        return Set.copyOf(Sql.of(em, "select tied_here(:case)")
                .with("case", caseId.value())
                .rows(row -> new WorkerId(row.uuid(0))));
    }

    void record(TieId id, CaseId caseId, RecordedTie tie) {
        Sql.of(em, "select cast(tie_record(:id, :case, :worker, :tie) as text)")
                .with("id", id.value())
                .with("case", caseId.value())
                .with("worker", tie.worker().value())
                .with("tie", tie.tie())
                .run();
    }

    /** What tasks of the case may be about, as far as the caller may know: the case and its referrals. */
    Set<Id> subjects(CaseId caseId) {
        Set<Id> subjects = new HashSet<>(Sql.of(em, "select referral_id from referral where case_id = :case")
                .with("case", caseId.value())
                .rows(row -> new ReferralId(row.uuid(0))));
        subjects.add(caseId);
        return subjects;
    }

    void end(TieId id, TieEnd end) {
        Sql.of(em, "select cast(tie_end(:id, :reason, :words) as text)")
                .with("id", id.value())
                .with("reason", end.reason())
                .with("words", end.words())
                .run();
    }

    List<LeftAlone> leftAlone() {
        return Sql.of(em, """
                        select l.case_id, f.case_code, l.referral_id, w.name
                          from left_alone_here() l join case_file f using (case_id) join worker w on w.worker_id = l.worker_id
                         order by f.next_due, f.case_id, l.referral_id
                        """)
                .rows(row -> new LeftAlone(
                        new CaseId(row.uuid(0)),
                        row.text(1),
                        Optional.ofNullable(row.uuid(2)).map(ReferralId::new),
                        row.text(3)));
    }

    List<Unsupervised> unsupervised() {
        return Sql.of(em, """
                        select o.organisation_id, o.name, t.team_id, t.name, l.cases
                          from left_without_supervisor() l join organisation o using (organisation_id) join team t using (team_id)
                         order by o.name, t.name, t.team_id
                        """)
                .rows(row -> new Unsupervised(
                        new OrganisationId(row.uuid(0)),
                        row.text(1),
                        new TeamId(row.uuid(2)),
                        row.text(3),
                        row.count(4)));
    }
}
