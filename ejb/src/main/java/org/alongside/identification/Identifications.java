package org.alongside.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.identification.IdentificationView.IdentificationDecided;
import org.alongside.identification.IdentificationView.RecoveryRule;
import org.alongside.identification.IdentificationView.RecoverySaid;
import org.alongside.identification.IdentificationView.RecoveryTime;
import org.alongside.identification.NewIdentification.NewRecoveryWord;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of what was decided of survivors and of their time to recover and think, as far as it is the caller's to know. */
@ApplicationScoped
class Identifications {
    @PersistenceContext
    EntityManager em;

    /** A time that began in this transaction. */
    record Begun(UUID id, Instant askAt, Instant dueAt) {}

    IdentificationView of(CaseId caseId, LocalDate today) {
        return new IdentificationView(decisions(caseId), newest(caseId, today), rule());
    }

    private List<IdentificationDecided> decisions(CaseId caseId) {
        return Sql.of(em, """
                        select d.decision, d.decided_by, d.decided_on, d.told_on, d.remedy, d.remedy_until, w.name, d.noted_at
                          from identification_decision d join worker w on w.worker_id = d.noted_by
                         where d.case_id = :case order by d.decided_on desc, d.noted_at desc
                        """)
                .with("case", caseId.value())
                .rows(row -> new IdentificationDecided(
                        row.text(0),
                        Optional.ofNullable(row.text(1)),
                        row.date(2),
                        Optional.ofNullable(row.date(3)),
                        Optional.ofNullable(row.text(4)),
                        Optional.ofNullable(row.date(5)),
                        row.text(6),
                        row.instant(7)));
    }

    private Optional<RecoveryTime> newest(CaseId caseId, LocalDate today) {
        return Sql.of(em, """
                        select r.recovery_id, case when r.ended_on is not null then 'SHE_COOPERATES' when r.ends_on < :today then 'OVER' else 'RUNS' end,
                               r.begun_with, r.began_on, r.ends_on, r.ask_at, r.ended_on, r.settled_at is null,
                               r.settled_at is null or r.ended_on is null and r.ends_on >= :today
                          from recovery_period r where r.case_id = :case order by r.episode_no desc limit 1
                        """)
                .with("case", caseId.value())
                .with("today", today)
                .first(row -> new RecoveryTime(
                        row.uuid(0),
                        row.text(1),
                        row.text(2),
                        row.date(3),
                        row.date(4),
                        row.instant(5),
                        Optional.ofNullable(row.date(6)),
                        row.yes(7),
                        row.yes(8),
                        List.of()))
                .map(time -> new RecoveryTime(
                        time.id(),
                        time.state(),
                        time.begunWith(),
                        time.beganOn(),
                        time.endsOn(),
                        time.askAt(),
                        time.endedOn(),
                        time.asked(),
                        time.speaks(),
                        words(time.id())));
    }

    private List<RecoverySaid> words(UUID recovery) {
        return Sql.of(em, """
                        select s.word, s.advice, s.said_on, w.name
                          from recovery_word s join worker w on w.worker_id = s.noted_by
                         where s.recovery_id = :id order by s.said_on desc, s.noted_at desc
                        """)
                .with("id", recovery)
                .rows(row -> new RecoverySaid(row.text(0), row.text(1), row.date(2), row.text(3)));
    }

    private RecoveryRule rule() {
        return Sql.of(
                        em,
                        "select cast(extract(epoch from recovery_lasts) / 86400 as int), recovery_begins_with from jurisdiction")
                .first(row -> new RecoveryRule(row.number(0), row.text(1)))
                .orElseThrow();
    }

    /** Whether she is a child today, as far as the caller may know. */
    boolean child(CaseId caseId) {
        return Sql.of(em, "select coalesce(child_now(:case), true)")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElseThrow();
    }

    void decide(UUID id, CaseId caseId, NewIdentification said, Caller caller) {
        Sql.of(em, """
                        insert into identification_decision (decision_id, case_id, decision, decided_by, decided_on, told_on, remedy, remedy_until, noted_at,
                                                             noted_by)
                        values (:id, :case, :decision, :by, :on, :told, :remedy, :until, :now, :worker)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("decision", said.decision())
                .with("by", said.decidedBy())
                .with("on", said.decidedOn())
                .with("told", said.toldOn())
                .with("remedy", said.remedy())
                .with("until", said.remedyUntil())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** Her time begins with that decision; empty: it does not, or it began before. */
    Optional<Begun> begin(UUID decision) {
        return Sql.of(em, "select r.recovery_id, r.ask_at, r.due_at from recovery_begin(:new, :decision) r")
                .with("new", UUID.randomUUID())
                .with("decision", decision)
                .first(row -> row.has(0)
                        ? Optional.of(new Begun(row.uuid(0), row.instant(1), row.instant(2)))
                        : Optional.<Begun>empty())
                .orElse(Optional.empty());
    }

    /** Whether there was a decision of which she had not been told. */
    boolean told(CaseId caseId, LocalDate on) {
        return Sql.of(em, "select identification_told(:case, :on)")
                .with("case", caseId.value())
                .with("on", on)
                .first(row -> row.yes(0))
                .orElseThrow(Refusal::notThere);
    }

    /** Whether nobody asks about it from now on. */
    boolean say(UUID recovery, NewRecoveryWord said) {
        return Sql.of(em, "select recovery_say(:id, :word, :advice, :on)")
                .with("id", recovery)
                .with("word", said.word())
                .with("advice", said.advice())
                .with("on", said.saidOn())
                .first(row -> row.yes(0))
                .orElseThrow();
    }

    /** Her file is closed: about what nobody asks any more. */
    List<UUID> end(CaseId caseId) {
        return Sql.of(em, "select * from recoveries_end(:case)")
                .with("case", caseId.value())
                .rows(row -> row.uuid(0));
    }
}
