package org.alongside.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.casefile.NewTelling;
import org.alongside.casefile.Tellings;
import org.alongside.casefile.Told;
import org.alongside.emergency.EmergencyView.AccessFacts;
import org.alongside.emergency.EmergencyView.Look;
import org.alongside.emergency.EmergencyView.Plea;
import org.alongside.shared.CaseId;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/** The collection of emergency accesses; the database writes them by its own functions, and shows each reader what is theirs. */
@ApplicationScoped
class EmergencyAccesses {
    private static final String TOO_OFTEN = "AL006";

    private static final String READ = """
            select e.emergency_access_id, e.worker_id, w.name, o.name, e.asked_at, e.life_in_danger, e.lapses_at, e.decided_at, e.decided_by,
                   d.name, e.opened_at, e.open_until, e.ended_at, x.name, e.review_by, e.reviewed_at, e.verdict, e.refused, e.missed_at,
                   caller_now(), p.code, p.reason, p.words, array_to_string(p.categories, ','), f.case_id, f.told_at, f.told_whom,
                   f.told_channel, f.not_told_why, f.look_again_at, r.words
              from emergency_access e
              join worker w on w.worker_id = e.worker_id
              join organisation o on o.organisation_id = e.organisation_id
              left join worker d on d.worker_id = e.decided_by
              left join worker x on x.worker_id = e.ended_by
              left join emergency_plea p on p.emergency_access_id = e.emergency_access_id
              left join emergency_file f on f.emergency_access_id = e.emergency_access_id
              left join emergency_review r on r.emergency_access_id = e.emergency_access_id
            """;

    @PersistenceContext
    EntityManager em;

    /**
     * An access with all that its reader may know of it.
     *
     * @param plea absent for those who may not know what it was about
     * @param caseId absent where nothing was opened, and for those who may not know
     */
    record Known(
            AccessFacts header,
            WorkerId worker,
            Optional<WorkerId> decidedBy,
            Optional<Plea> plea,
            Optional<CaseId> caseId,
            Told told,
            Optional<String> review) {}

    /** How an access is the caller's; empty where it is not theirs or not there. */
    Optional<String> standing(EmergencyAccessId id) {
        return Sql.of(em, "select emergency_standing(:id)")
                .with("id", id.value())
                .first(row -> Optional.ofNullable(row.text(0)))
                .orElse(Optional.empty());
    }

    Optional<CaseId> caseOf(EmergencyAccessId id) {
        return Sql.of(em, "select case_id from emergency_file where emergency_access_id = :id")
                .with("id", id.value())
                .first(row -> new CaseId(row.uuid(0)));
    }

    Known require(EmergencyAccessId id) {
        return Sql.of(em, READ + " where e.emergency_access_id = :id")
                .with("id", id.value())
                .first(EmergencyAccesses::known)
                .orElseThrow(Refusal::notThere);
    }

    /** The caller's own of the last month and those that wait for them to agree, the newest first, at most 50. */
    List<Known> ownAndAsked() {
        return Sql.of(em, READ + """
                         where e.worker_id = caller_worker() and e.asked_at > caller_now() - interval '30 days'
                            or e.organisation_id = caller_organisation() and e.decided_at is null and e.opened_at is null
                               and e.lapses_at > caller_now() and emergency_standing(e.emergency_access_id) = 'COLLEAGUE'
                         order by e.asked_at desc, e.emergency_access_id limit 50
                        """).rows(EmergencyAccesses::known);
    }

    /** What data protection reviews: what waits, soonest due first, then what was reviewed, newest first; at most 100. */
    List<Known> toReview() {
        return Sql.of(em, READ + """
                         where e.opened_at is not null
                         order by e.reviewed_at desc nulls first, e.review_by, e.emergency_access_id limit 100
                        """).rows(EmergencyAccesses::known);
    }

    /** What was found to be misuse, of which the caller is told without what it was about; newest first, at most 50. */
    List<Known> misuses() {
        return Sql.of(em, READ + """
                         where e.verdict = 'MISUSE' and emergency_standing(e.emergency_access_id) = 'MISUSE'
                         order by e.reviewed_at desc, e.emergency_access_id limit 50
                        """).rows(EmergencyAccesses::known);
    }

    /** What may be asked for, and how deep. */
    List<Askable> askable() {
        return Sql.of(em, "select category, level from emergency_category order by category")
                .rows(row ->
                        new Askable(Category.of(row.number(0)), "R".equals(row.text(1)) ? Depth.FULL : Depth.MINIMUM));
    }

    /** A kind of information that may be asked for. */
    record Askable(Category category, Depth depth) {}

    int mostAsked() {
        return Sql.of(em, "select most_asked from emergency_rule")
                .first(row -> row.number(0))
                .orElseThrow();
    }

    int askedToday() {
        return Sql.of(em, """
                        select count(*)::int from emergency_access
                         where worker_id = caller_worker() and asked_at > caller_now() - interval '24 hours'
                        """).first(row -> row.number(0)).orElseThrow();
    }

    /** The case of that code, if it is open to the caller already. */
    Optional<CaseId> openByCode(String code) {
        return Sql.of(em, "select case_id from case_file where case_code = :code")
                .with("code", code)
                .first(row -> new CaseId(row.uuid(0)));
    }

    /**
     * Asks, and opens where life is in danger; answers the case that is open by it. Refuses {@code emergency-asked-too-often}.
     *
     * @param most how often may be asked within a day, for the words
     */
    Optional<CaseId> ask(EmergencyAccessId id, String code, NewEmergencyAccess asked, int most) {
        try {
            return opened(Sql.of(em, """
                            select emergency_ask(:id, :code, :reason, :words, cast(:categories as smallint[]), :danger)
                            """)
                    .with("id", id.value())
                    .with("code", code)
                    .with("reason", asked.reason())
                    .with("words", asked.words().strip())
                    .with("categories", Category.codes(asked.categories()))
                    .with("danger", asked.lifeInDanger()));
        } catch (Sql.Failed failed) {
            if (TOO_OFTEN.equals(failed.state())) {
                throw Refusal.wrongState("emergency-asked-too-often", most);
            }
            throw failed;
        }
    }

    /** Agrees or refuses; answers the case that is open by it. */
    Optional<CaseId> decide(EmergencyAccessId id, boolean agree) {
        return opened(Sql.of(em, "select emergency_decide(:id, :agree)")
                .with("id", id.value())
                .with("agree", agree));
    }

    private static Optional<CaseId> opened(Sql opening) {
        return opening.first(row -> row.has(0) ? Optional.of(new CaseId(row.uuid(0))) : Optional.<CaseId>empty())
                .orElse(Optional.empty());
    }

    void end(EmergencyAccessId id) {
        Sql.of(em, "select cast(emergency_end(:id) as text)")
                .with("id", id.value())
                .run();
    }

    void judge(EmergencyAccessId id, NewVerdict verdict) {
        Sql.of(em, "select cast(emergency_judge(:id, :verdict, :words) as text)")
                .with("id", id.value())
                .with("verdict", verdict.verdict())
                .with("words", verdict.words().strip())
                .run();
    }

    void tell(EmergencyAccessId id, NewTelling telling, Instant lookAgainAt) {
        Tellings.into(
                        Sql.of(
                                em,
                                "select cast(emergency_tell(:id, :at, :whom, :relation, :channel, :why, :again) as text)"),
                        telling,
                        lookAgainAt)
                .with("id", id.value())
                .run();
    }

    /** The caller's desk has seen it; answers whether that is the administrators'. */
    boolean seeMisuse(EmergencyAccessId id) {
        return Sql.of(em, "select emergency_misuse_seen(:id)")
                .with("id", id.value())
                .first(row -> "ADMINISTRATOR".equals(row.text(0)))
                .orElseThrow();
    }

    boolean seenBy(EmergencyAccessId id, String desk) {
        return Sql.of(em, "select 1 from emergency_misuse where emergency_access_id = :id and desk = :desk")
                .with("id", id.value())
                .with("desk", desk)
                .first(row -> true)
                .isPresent();
    }

    List<Look> looks(EmergencyAccessId id) {
        return Sql.of(em, "select at, action, category, outcome from emergency_trail(:id)")
                .with("id", id.value())
                .rows(row -> new Look(
                        row.instant(0),
                        row.text(1),
                        row.has(2) ? Optional.of(Category.of(row.number(2))) : Optional.empty(),
                        row.text(3)));
    }

    /** The organisation of whoever asked. */
    OrganisationId house(EmergencyAccessId id) {
        return Sql.of(em, "select organisation_id from emergency_access where emergency_access_id = :id")
                .with("id", id.value())
                .first(row -> new OrganisationId(row.uuid(0)))
                .orElseThrow();
    }

    /** Who leads the case that was opened in this transaction. */
    OrganisationId lead(EmergencyAccessId id) {
        return Sql.of(em, "select emergency_lead(:id)")
                .with("id", id.value())
                .first(row -> new OrganisationId(row.uuid(0)))
                .orElseThrow();
    }

    /** The organisations in which somebody has this role now. */
    List<OrganisationId> withRole(String role) {
        return Sql.of(em, """
                        select distinct w.organisation_id from worker_role r join worker w using (worker_id) join organisation o using (organisation_id)
                         where r.role_code = :role and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now())
                           and (o.suspended_at is null or o.suspended_at > caller_now())
                         order by w.organisation_id
                        """).with("role", role).rows(row -> new OrganisationId(row.uuid(0)));
    }

    private static Known known(Row row) {
        return new Known(
                new AccessFacts(
                        new EmergencyAccessId(row.uuid(0)),
                        state(row),
                        row.text(2),
                        row.text(3),
                        row.instant(4),
                        row.yes(5),
                        row.instant(6),
                        row.when(7),
                        Optional.ofNullable(row.text(9)),
                        row.when(10),
                        row.when(11),
                        row.when(12),
                        Optional.ofNullable(row.text(13)),
                        row.when(14),
                        row.when(15),
                        Optional.ofNullable(row.text(16))),
                new WorkerId(row.uuid(1)),
                Optional.ofNullable(row.uuid(8)).map(WorkerId::new),
                row.has(20)
                        ? Optional.of(
                                new Plea(row.text(20), row.text(21), row.text(22), Category.ofCodes(row.codes(23))))
                        : Optional.empty(),
                Optional.ofNullable(row.uuid(24)).map(CaseId::new),
                new Told(
                        row.when(25),
                        Optional.ofNullable(row.text(26)),
                        Optional.ofNullable(row.text(27)),
                        Optional.ofNullable(row.text(28)),
                        row.when(29)),
                Optional.ofNullable(row.text(30)));
    }

    private static EmergencyState state(Row row) {
        Instant now = row.instant(19);
        if (row.yes(17)) {
            return EmergencyState.REFUSED;
        }
        if (row.has(18)) {
            return EmergencyState.NOTHING_OPENED;
        }
        if (row.has(10)) {
            return row.has(12) || !now.isBefore(row.instant(11)) ? EmergencyState.OVER : EmergencyState.OPEN;
        }
        if (row.has(12)) {
            return EmergencyState.TAKEN_BACK;
        }
        return now.isBefore(row.instant(6)) ? EmergencyState.ASKED : EmergencyState.LAPSED;
    }
}
