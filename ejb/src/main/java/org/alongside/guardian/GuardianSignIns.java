package org.alongside.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.CallerContext;
import org.alongside.shared.CaseId;
import org.alongside.shared.GuardianId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.SignInId;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/** The collection of guardians who sign in; what opens and ends by it, the database sees to in the same statement. */
@ApplicationScoped
class GuardianSignIns {
    private static final String NO_MANDATE = "AL033";
    private static final String NO_GUARDIAN_HERE = "AL034";

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    /** Of each guardian the last, as far as the caller may know of it. */
    Map<GuardianId, SignInView> of(CaseId caseId) {
        Instant now = callers.caller().now();
        Map<GuardianId, SignInView> last = new HashMap<>();
        Sql.of(em, """
                        select s.guardian_id, s.sign_in_id, s.worker_id, w.name, o.name, s.named_by, n.name, s.named_at, a.name, s.agreed_at,
                               g.mandate_from, g.mandate_until, s.ended_at, s.end_reason
                          from guardian_sign_in s
                          join guardian g using (guardian_id)
                          join worker w on w.worker_id = s.worker_id
                          join organisation o on o.organisation_id = s.organisation_id
                          join worker n on n.worker_id = s.named_by
                          left join worker a on a.worker_id = s.agreed_by
                         where s.case_id = :case order by s.named_at, s.sign_in_id
                        """).with("case", caseId.value()).rows(row -> last.put(new GuardianId(row.uuid(0)), view(row, now)));
        return last;
    }

    private static SignInView view(Sql.Row row, Instant now) {
        Instant agreed = row.instant(9);
        Instant begins = row.instant(10);
        Instant until = row.instant(11);
        Instant ended = row.instant(12);
        boolean over = until != null && !until.isAfter(now);
        String state;
        Instant since;
        if (ended != null) {
            state = "ENDED";
            since = ended;
        } else if (over) {
            state = "OVER";
            since = until;
        } else if (agreed == null) {
            state = "WAITING";
            since = row.instant(7);
        } else {
            since = begins != null && begins.isAfter(agreed) ? begins : agreed;
            state = since.isAfter(now) ? "COMING" : "OPEN";
        }
        return new SignInView(
                new SignInId(row.uuid(1)),
                new WorkerId(row.uuid(2)),
                row.text(3),
                row.text(4),
                state,
                new WorkerId(row.uuid(5)),
                row.text(6),
                row.instant(7),
                Optional.ofNullable(row.text(8)),
                since,
                Optional.ofNullable(until),
                Optional.ofNullable(row.text(13)));
    }

    SignInView require(CaseId caseId, SignInId id) {
        return of(caseId).values().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** Whom the caller may name. */
    List<GuardianWorker> workers(CaseId caseId) {
        return Sql.of(
                        em,
                        "select worker_id, name, organisation_id, organisation_name from guardian_workers(:case) order by 4, 2, 1")
                .with("case", caseId.value())
                .rows(row -> new GuardianWorker(
                        new WorkerId(row.uuid(0)), row.text(1), new OrganisationId(row.uuid(2)), row.text(3)));
    }

    /** Those that wait for the caller's word, the oldest first; never what they named themselves. */
    List<WaitingSignIn> waiting() {
        return Sql.of(em, """
                        select s.case_id, s.guardian_id, f.case_code, n.name, s.named_at
                          from guardian_sign_in s
                          join guardian g using (guardian_id)
                          join case_file f on f.case_id = s.case_id
                          join worker n on n.worker_id = s.named_by
                         where s.agreed_at is null and s.ended_at is null and s.named_by <> :me
                           and (g.mandate_until is null or g.mandate_until > :now)
                         order by s.named_at, s.sign_in_id
                        """)
                .with("me", callers.caller().worker().value())
                .with("now", callers.caller().now())
                .rows(row -> new WaitingSignIn(
                        new CaseId(row.uuid(0)),
                        new GuardianId(row.uuid(1)),
                        row.text(2),
                        row.text(3),
                        row.instant(4)));
    }

    void name(SignInId id, GuardianId guardian, WorkerId worker) {
        act(Sql.of(em, "select cast(sign_in_name(:id, :guardian, :worker) as text)")
                .with("id", id.value())
                .with("guardian", guardian.value())
                .with("worker", worker.value()));
    }

    void agree(SignInId id) {
        act(Sql.of(em, "select cast(sign_in_agree(:id) as text)").with("id", id.value()));
    }

    void close(SignInId id) {
        act(Sql.of(em, "select cast(sign_in_close(:id) as text)").with("id", id.value()));
    }

    private static void act(Sql act) {
        try {
            act.run();
        } catch (Sql.Failed failed) {
            if (NO_MANDATE.equals(failed.state())) {
                throw Refusal.wrongState("no-mandate-now");
            }
            if (NO_GUARDIAN_HERE.equals(failed.state())) {
                throw Refusal.wrongState("no-guardian-here");
            }
            throw failed;
        }
    }
}
