package org.alongside.interview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.interview.InterviewView.Cooperation;
import org.alongside.interview.InterviewView.Interview;
import org.alongside.interview.InterviewView.InterviewAnswer;
import org.alongside.interview.InterviewView.Statement;
import org.alongside.interview.NewInterview.NewCooperation;
import org.alongside.interview.NewInterview.NewInterviewAnswer;
import org.alongside.interview.NewInterview.NewStatement;
import org.alongside.shared.CaseId;
import org.alongside.shared.InterviewId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;

/** The collection of interviews and statements; the database writes them by its own functions, and shows each reader theirs. */
@ApplicationScoped
class Interviews {
    private static final int MOST_SHOWN = 50;
    private static final String REASON_NEEDED = "23514";
    private static final String THERE_ALREADY = "23505";

    @PersistenceContext
    EntityManager em;

    /** How the caller stands to it, by the database. */
    record Standing(boolean polices, boolean asksHer, boolean defends, boolean child, boolean reasonNeeded, int told) {
        boolean somehow() {
            return polices || asksHer || defends;
        }
    }

    Standing standing(CaseId caseId) {
        return Sql.of(
                        em,
                        "select polices(:case), asks_her(:case), defends(:case), interview_of_child(:case), told_enough(:case), told_before(:case)")
                .with("case", caseId.value())
                .first(row -> new Standing(
                        row.yes(0), row.yes(1), row.yes(2), row.yes(3), row.yes(4), row.has(5) ? row.number(5) : 0))
                .orElseThrow();
    }

    List<Interview> of(CaseId caseId, boolean child, List<String> checks, Caller caller) {
        return Sql.of(em, """
                        select i.interview_id, case when i.organisation_id <> :house then o.name end, i.asked_at, array_to_string(i.about, ','),
                               i.minutes, array_to_string(i.protection, ','), array_to_string(i.checks, ','), i.told_before, i.again_reason,
                               i.answer_by, i.answer, i.answered_at, array_to_string(i.company, ','), i.place,
                               array_to_string(i.protection_wanted, ','), i.later_on,
                               case when w.organisation_id = :house then w.name end,
                               (select a.advice from interview_advice a where a.interview_id = i.interview_id order by a.advised_at desc limit 1),
                               i.taken_back_at is not null or i.ended_at is not null
                          from interview i join organisation o using (organisation_id)
                          left join interview_answerer x using (interview_id) left join worker w on w.worker_id = x.worker_id
                         where i.case_id = :case order by i.asked_at desc, i.interview_id limit %d
                        """.formatted(MOST_SHOWN))
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .rows(row -> interview(row, child, checks));
    }

    private static Interview interview(Row row, boolean child, List<String> all) {
        List<String> promised = row.codes(6);
        return new Interview(
                new InterviewId(row.uuid(0)),
                Optional.ofNullable(row.text(1)),
                row.instant(2),
                row.codes(3),
                row.number(4),
                row.codes(5),
                promised,
                child ? all.stream().filter(check -> !promised.contains(check)).toList() : List.of(),
                row.number(7),
                Optional.ofNullable(row.text(8)),
                row.instant(9),
                row.when(11)
                        .map(at -> new InterviewAnswer(
                                row.text(10),
                                at,
                                row.codes(12),
                                Optional.ofNullable(row.text(13)),
                                row.codes(14),
                                Optional.ofNullable(row.has(15) ? row.date(15) : null))),
                Optional.ofNullable(row.text(16)),
                Optional.ofNullable(row.text(17)),
                row.yes(18));
    }

    List<Statement> statements(CaseId caseId) {
        return Sql.of(em, """
                        select statement_id, agency, taken_on, medium, array_to_string(company, ',') from statement
                         where case_id = :case order by taken_on desc, recorded_at desc, statement_id limit %d
                        """.formatted(MOST_SHOWN))
                .with("case", caseId.value())
                .rows(row -> new Statement(row.uuid(0), row.text(1), row.date(2), row.text(3), row.codes(4)));
    }

    List<Cooperation> cooperation(CaseId caseId) {
        return Sql.of(em, """
                        select cooperation_id, decision, decided_on from cooperation
                         where case_id = :case order by decided_on desc, recorded_at desc, cooperation_id limit %d
                        """.formatted(MOST_SHOWN))
                .with("case", caseId.value())
                .rows(row -> new Cooperation(row.uuid(0), row.text(1), row.date(2)));
    }

    /** Answers who leads and so asks her; refuses where a reason is needed, or one of theirs is open already. */
    OrganisationId ask(InterviewId id, CaseId caseId, NewInterview asked, Instant answerBy) {
        try {
            return Sql.of(em, """
                            select interview_ask(:id, :case, cast(:about as text[]), :minutes, cast(:protection as text[]), cast(:checks as text[]),
                                                 :again, :by)
                            """)
                    .with("id", id.value())
                    .with("case", caseId.value())
                    .with("about", asked.about())
                    .with("minutes", asked.minutes())
                    .with("protection", asked.protection())
                    .with("checks", asked.checks())
                    .with("again", asked.again())
                    .with("by", answerBy)
                    .first(row -> new OrganisationId(row.uuid(0)))
                    .orElseThrow();
        } catch (Failed failed) {
            if (REASON_NEEDED.equals(failed.state())) {
                throw Refusal.invalid("again", "interview-again-why");
            }
            if (THERE_ALREADY.equals(failed.state())) {
                throw Refusal.wrongState("interview-asked-already");
            }
            throw failed;
        }
    }

    /** Whether it is that case's, as far as the caller may know. */
    boolean isOf(CaseId caseId, InterviewId id) {
        return Sql.of(em, "select true from interview where interview_id = :id and case_id = :case")
                .with("id", id.value())
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Whether she said yes to it and that still holds, to those who ask whether she did. */
    boolean agreed(CaseId caseId, InterviewId id, Caller caller) {
        return Sql.of(em, """
                        select true from interview
                         where interview_id = :id and case_id = :case and organisation_id = :house and answer = 'YES'
                           and num_nonnulls(taken_back_at, ended_at) = 0
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Answers whether it was open until then. */
    boolean takeBack(InterviewId id) {
        return Sql.of(em, "select interview_take_back(:id)")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Answers whether it was open until then. */
    boolean answer(InterviewId id, NewInterviewAnswer said) {
        return Sql.of(
                        em,
                        "select interview_answer(:id, :answer, cast(:company as text[]), :place, cast(:protection as text[]), cast(:later as date))")
                .with("id", id.value())
                .with("answer", said.answer())
                .with("company", said.company())
                .with("place", said.place())
                .with("protection", said.protection())
                .with("later", said.laterOn())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Whether she has said neither yes nor no, and is still asked. */
    boolean waits(InterviewId id) {
        return Sql.of(em, "select coalesce(answer, 'LATER') = 'LATER' from interview where interview_id = :id")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** The day on which she wants to be asked again. */
    Optional<LocalDate> laterOn(InterviewId id) {
        return Sql.of(em, "select later_on from interview where interview_id = :id and later_on is not null")
                .with("id", id.value())
                .first(row -> row.date(0));
    }

    /** Answers whether it is open. */
    boolean advise(InterviewId id, String advice) {
        return Sql.of(em, "select interview_advise(:id, :advice)")
                .with("id", id.value())
                .with("advice", advice)
                .first(row -> row.yes(0))
                .orElse(false);
    }

    void record(UUID id, CaseId caseId, NewStatement told) {
        Sql.of(em, """
                        select cast(statement_record(:id, :case, :agency, :on, :medium, cast(:company as text[]), cast(:interview as uuid)) as text)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("agency", told.agency())
                .with("on", told.takenOn())
                .with("medium", told.medium())
                .with("company", told.company())
                .with(
                        "interview",
                        told.interview() == null ? null : told.interview().value())
                .run();
    }

    void record(UUID id, CaseId caseId, NewCooperation decided) {
        Sql.of(em, "select cast(cooperation_record(:id, :case, :decision, :on) as text)")
                .with("id", id)
                .with("case", caseId.value())
                .with("decision", decided.decision())
                .with("on", decided.decidedOn())
                .run();
    }

    /** Ends those about which nobody is to be asked any more; answers which. */
    List<InterviewId> end(CaseId caseId) {
        return Sql.of(em, "select interviews_end(:case)")
                .with("case", caseId.value())
                .rows(row -> new InterviewId(row.uuid(0)));
    }

    /** The houses of her lawyers, for the process alone. */
    List<OrganisationId> lawyers(InterviewId id) {
        return Sql.of(em, "select interview_lawyers(:id)")
                .with("id", id.value())
                .rows(row -> new OrganisationId(row.uuid(0)));
    }
}
