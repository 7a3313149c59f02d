package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.proceeding.CounselView.ConflictCheckView;
import org.alongside.proceeding.CounselView.Counsel;
import org.alongside.proceeding.CounselView.MandateView;
import org.alongside.proceeding.CounselView.MatterCourt;
import org.alongside.proceeding.HearingRecords.OfMatter;
import org.alongside.proceeding.NewCounsel.NewConflictCheck;
import org.alongside.proceeding.NewCounsel.NewCourt;
import org.alongside.proceeding.NewCounsel.NewMandate;
import org.alongside.proceeding.NewCounsel.NewMandateEnd;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;

/** The collection of counsel, checks for conflicts, mandates and courts of matters; the database shows them to her lawyer alone. */
@ApplicationScoped
class CounselRecords {
    private static final String THERE_ALREADY = "23505";
    private static final String NOT_ALONE = "AL222";
    private static final String NOBODY_DECIDES = "AL223";
    private static final String NOT_OF_THIS_HOUSE = "AL225";
    private static final String MUST_SEE_IT = "AL256";

    @PersistenceContext
    EntityManager em;

    /** @param checkFirst whether nothing of the case goes in before a check is clear */
    CounselView of(MatterId id, boolean checkFirst) {
        List<ConflictCheckView> checks = Sql.of(em, """
                        select c.opposing, c.other_matter, c.colleague, c.known, c.result, c.checked_at, w.name
                          from conflict_check c join worker w on w.worker_id = c.checked_by
                         where c.matter_id = :id order by c.checked_at desc, c.check_id
                        """)
                .with("id", id.value())
                .rows(row -> new ConflictCheckView(
                        row.text(0), row.yes(1), row.yes(2), row.yes(3), row.text(4), row.instant(5), row.text(6)));
        List<MandateView> mandates = mandates(id);
        Optional<Counsel> counsel =
                Sql.of(em, """
                        select w.worker_id, w.name from matter_counsel c join worker w using (worker_id)
                         where c.matter_id = :id and c.until_at is null
                        """).with("id", id.value()).first(row -> new Counsel(row.uuid(0), row.text(1)));
        return new CounselView(
                counsel,
                checks,
                mandates,
                court(id),
                missing(checks, mandates),
                checkFirst,
                yes("select exists (select from matter_declined where matter_id = :id)", id),
                Sql.of(em, "select worker_id, name from lawyers_here()")
                        .rows(row -> new Counsel(row.uuid(0), row.text(1))),
                actsIn(id));
    }

    private static List<String> missing(List<ConflictCheckView> checks, List<MandateView> mandates) {
        List<String> missing = new ArrayList<>();
        if (checks.isEmpty()) {
            missing.add("CHECK");
        }
        if (mandates.stream().allMatch(mandate -> mandate.endedOn().isPresent())) {
            missing.add("MANDATE");
        }
        return missing;
    }

    /** Whether a check was written down, whatever it found. */
    boolean checked(MatterId id) {
        return yes("select exists (select from conflict_check where matter_id = :id)", id);
    }

    boolean actsIn(MatterId id) {
        return yes("select acts_in(:id)", id);
    }

    private List<MandateView> mandates(MatterId id) {
        return Sql.of(em, """
                        select m.mandate_id, m.giver, m.scope, m.signed_on, m.until_on, w.name, m.ended_by, m.ended_on
                          from mandate m join worker w on w.worker_id = m.signed_by
                         where m.matter_id = :id order by m.ended_on is not null, m.signed_on desc, m.mandate_id
                        """)
                .with("id", id.value())
                .rows(row -> new MandateView(
                        row.uuid(0),
                        row.text(1),
                        row.text(2),
                        row.date(3),
                        Optional.ofNullable(row.date(4)),
                        row.text(5),
                        Optional.ofNullable(row.text(6)),
                        Optional.ofNullable(row.date(7))));
    }

    private Optional<MatterCourt> court(MatterId id) {
        return Sql.of(em, "select court, reference, her_role, opposing from matter_court where matter_id = :id")
                .with("id", id.value())
                .first(row -> new MatterCourt(
                        Optional.ofNullable(row.text(0)),
                        Optional.ofNullable(row.text(1)),
                        Optional.ofNullable(row.text(2)),
                        Optional.ofNullable(row.text(3))));
    }

    /** Writes a check down; answers what follows from it, code of conflict_result. */
    String check(UUID id, MatterId matter, NewConflictCheck found) {
        try {
            return Sql.of(
                            em,
                            "select conflict_check_note(:id, :matter, :opposing, :other, :colleague, :known, cast(:apart as uuid[]))")
                    .with("id", id)
                    .with("matter", matter.value())
                    .with("opposing", found.opposing())
                    .with("other", found.otherMatter())
                    .with("colleague", found.colleague())
                    .with("known", found.known())
                    .with("apart", found.apart().stream().collect(Collectors.toSet()))
                    .first(row -> row.text(0))
                    .orElseThrow();
        } catch (Failed failed) {
            throw switch (failed.state()) {
                case NOT_OF_THIS_HOUSE -> Refusal.invalid("apart", "not-of-this-house");
                case MUST_SEE_IT -> Refusal.invalid("apart", "must-see-it");
                default -> failed;
            };
        }
    }

    void sign(UUID id, MatterId matter, OfMatter of, NewMandate signed, Caller caller) {
        try {
            Sql.of(em, """
                            insert into mandate (mandate_id, matter_id, case_id, organisation_id, giver, scope, signed_on, until_on, signed_at, signed_by)
                            values (:id, :matter, :case, :house, :giver, :scope, :on, :until, :now, :worker)
                            """)
                    .with("id", id)
                    .with("matter", matter.value())
                    .with("case", of.caseId().value())
                    .with("house", of.lawyers().value())
                    .with("giver", signed.giver())
                    .with("scope", signed.scope())
                    .with("on", signed.signedOn())
                    .with("until", signed.untilOn())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .change();
        } catch (Failed failed) {
            throw switch (failed.state()) {
                case THERE_ALREADY -> Refusal.wrongState("mandate-there-already");
                case NOT_ALONE -> Refusal.invalid("giver", "child-does-not-sign-alone");
                case NOBODY_DECIDES -> Refusal.invalid("giver", "no-guardian-decides");
                default -> failed;
            };
        }
    }

    /** The mandate that runs, since when. */
    Optional<MandateView> running(MatterId id) {
        return mandates(id).stream().filter(one -> one.endedOn().isEmpty()).findFirst();
    }

    /** When it ends, or who signed it stops deciding for her; empty: no day is known. */
    Optional<LocalDate> lastDay(UUID mandate, ZoneId zone) {
        return Sql.of(em, "select mandate_last_day(:id, :zone)")
                .with("id", mandate)
                .with("zone", zone.getId())
                .first(row -> Optional.ofNullable(row.date(0)))
                .orElseThrow();
    }

    void end(UUID mandate, NewMandateEnd end) {
        Sql.of(em, "update mandate set ended_by = :by, ended_on = :on where mandate_id = :id")
                .with("id", mandate)
                .with("by", end.endedBy())
                .with("on", end.endedOn())
                .change();
    }

    /** Answers whether that colleague may act, and does from now on. */
    boolean handOver(MatterId id, UUID worker) {
        return Sql.of(em, "select counsel_hand_over(:id, :worker)")
                .with("id", id.value())
                .with("worker", worker)
                .first(row -> row.yes(0))
                .orElse(false);
    }

    void keep(MatterId matter, OfMatter of, NewCourt court, Caller caller) {
        Sql.of(em, """
                        insert into matter_court (matter_id, case_id, organisation_id, court, reference, her_role, opposing, kept_at, kept_by)
                        values (:matter, :case, :house, :court, :reference, :role, :opposing, :now, :worker)
                        on conflict (matter_id) do update set court = excluded.court, reference = excluded.reference, her_role = excluded.her_role,
                               opposing = excluded.opposing, kept_at = excluded.kept_at, kept_by = excluded.kept_by
                        """)
                .with("matter", matter.value())
                .with("case", of.caseId().value())
                .with("house", of.lawyers().value())
                .with("court", MatterRules.stripped(court.court()))
                .with("reference", MatterRules.stripped(court.reference()))
                .with("role", court.herRole())
                .with("opposing", court.opposing())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    private boolean yes(String question, MatterId id) {
        return Sql.of(em, question)
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }
}
