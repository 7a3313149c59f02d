package org.alongside.livelihood;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.livelihood.LivingView.LivingStep;
import org.alongside.livelihood.LivingView.RetentionQuestion;
import org.alongside.livelihood.NewLiving.LivelihoodEnd;
import org.alongside.livelihood.NewLiving.NewLivelihood;
import org.alongside.livelihood.NewLiving.RetentionAnswer;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.QuestionId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of her steps towards a life of her own, and of the questions after them. */
@ApplicationScoped
class Livelihoods {
    /** One that a house found not safe after she began there is shown as such, and not to other houses. */
    private static final String NOT_SAFE = """
            (select k.result = 'NOT_SAFE' from employer_check k where k.employer_id = l.employer_id order by k.recorded_at desc, k.check_id limit 1)
            """;

    @PersistenceContext
    EntityManager em;

    List<LivingStep> steps(CaseId caseId, boolean writes, boolean leads, Caller caller) {
        return Sql.of(em, """
                        select l.livelihood_id, l.kind, l.what, e.name, %s, l.began_on, l.until_on, l.income_before, l.ended_on, l.end_reason,
                               w.name, l.organisation_id
                          from livelihood l join worker w on w.worker_id = l.recorded_by left join employer e using (employer_id)
                         where l.case_id = :case order by l.ended_on is not null, l.began_on desc, l.recorded_at desc, l.livelihood_id
                        """.formatted(NOT_SAFE))
                .with("case", caseId.value())
                .rows(row -> new LivingStep(
                        row.uuid(0),
                        row.text(1),
                        row.text(2),
                        Optional.ofNullable(row.text(3)),
                        row.yes(4) && !row.has(8),
                        row.date(5),
                        Optional.ofNullable(row.date(6)),
                        Optional.ofNullable(row.text(7)),
                        Optional.ofNullable(row.date(8)),
                        Optional.ofNullable(row.text(9)),
                        row.text(10),
                        writes
                                && !row.has(8)
                                && (leads || caller.organisation().value().equals(row.uuid(11)))));
    }

    /** Those that are asked by now, and those that were answered. */
    List<RetentionQuestion> questions(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select q.question_id, l.what, q.point, q.ask_at, q.answer_by, q.answer, q.income,
                               q.answered_at is null and q.ended_at is null and q.ask_at <= :now
                          from livelihood_question q join livelihood l using (livelihood_id)
                         where q.case_id = :case and q.ended_at is null
                         order by q.answered_at is not null, q.ask_at, q.question_id
                        """)
                .with("now", caller.now())
                .with("case", caseId.value())
                .rows(row -> new RetentionQuestion(
                        new QuestionId(row.uuid(0)),
                        row.text(1),
                        row.text(2),
                        row.instant(3),
                        row.instant(4),
                        Optional.ofNullable(row.text(5)),
                        Optional.ofNullable(row.text(6)),
                        row.yes(7)));
    }

    List<LivingView.EmployerVeto> vetoes(CaseId caseId) {
        return Sql.of(em, """
                        select v.employer_id, e.name, v.said_on from employer_veto v left join employer e using (employer_id)
                         where v.case_id = :case and v.lifted_at is null order by v.recorded_at, v.veto_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new LivingView.EmployerVeto(row.uuid(0), Optional.ofNullable(row.text(1)), row.date(2)));
    }

    void add(UUID id, CaseId caseId, NewLivelihood step, Caller caller) {
        Sql.of(em, """
                        insert into livelihood (livelihood_id, case_id, organisation_id, kind, what, employer_id, began_on, until_on, income_before,
                                                agreed_on, recorded_at, recorded_by)
                        values (:id, :case, :house, :kind, :what, :employer, :began, :until, :income, :agreed, :now, :worker)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("kind", step.kind())
                .with("what", step.what().strip())
                .with("employer", step.employer())
                .with("began", step.beganOn())
                .with("until", step.untilOn())
                .with("income", step.incomeBefore())
                .with("agreed", step.agreedOn())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** Who leads and so is asked, as far as the caller may add to it. */
    OrganisationId asked(CaseId caseId) {
        return Sql.of(em, "select living_asked_of(:case)")
                .with("case", caseId.value())
                .first(row -> row.uuid(0))
                .map(OrganisationId::new)
                .orElseThrow(() -> Refusal.wrongState("closed-meanwhile"));
    }

    /** A question, when it is asked: a period in months from the day on which the step began, by the calendar. */
    record Asked(QuestionId id, Instant askAt, Instant answerBy) {}

    /** Answers nothing where that day is past when it is written down: then nobody is asked about then. */
    Optional<Asked> ask(UUID step, CaseId caseId, String point, String setting, Caller caller) {
        QuestionId id = QuestionId.random();
        return Sql.of(em, """
                        insert into livelihood_question (question_id, livelihood_id, case_id, organisation_id, point, ask_at, answer_by)
                        select :id, l.livelihood_id, l.case_id, l.organisation_id, :point, t.at,
                               t.at + (select value from setting where name = 'job-answered-within')
                          from livelihood l
                         cross join lateral (select (l.began_on + (select value from setting where name = :setting)) at time zone 'UTC' at) t
                         where l.livelihood_id = :step and l.case_id = :case and t.at > :now
                        returning ask_at, answer_by
                        """)
                .with("id", id.value())
                .with("point", point)
                .with("setting", setting)
                .with("step", step)
                .with("case", caseId.value())
                .with("now", caller.now())
                .first(row -> new Asked(id, row.instant(0), row.instant(1)));
    }

    /** A step about to be ended; held until the end of the transaction. */
    record Held(LocalDate beganOn, boolean ended) {}

    Held hold(CaseId caseId, UUID step) {
        return Sql.of(em, """
                        select began_on, ended_on is not null from livelihood
                         where livelihood_id = :id and case_id = :case for no key update
                        """)
                .with("id", step)
                .with("case", caseId.value())
                .first(row -> new Held(row.date(0), row.yes(1)))
                .orElseThrow(Refusal::notThere);
    }

    void end(UUID step, LivelihoodEnd end) {
        Sql.of(em, """
                        update livelihood set ended_on = :on, end_reason = :reason, version = version + 1 where livelihood_id = :id
                        """)
                .with("on", end.endedOn())
                .with("reason", end.reason())
                .with("id", step)
                .change();
    }

    /** Nobody asks after what is over; answers which questions that were. */
    List<QuestionId> endQuestions(UUID step, Caller caller) {
        return Sql.of(em, """
                        update livelihood_question set ended_at = :now
                         where livelihood_id = :id and answered_at is null and ended_at is null returning question_id
                        """).with("now", caller.now()).with("id", step).rows(row -> new QuestionId(row.uuid(0)));
    }

    /** A question about to be answered; held until the end of the transaction. */
    record Open(UUID step, Instant askAt, boolean over) {}

    Open hold(CaseId caseId, QuestionId question) {
        return Sql.of(em, """
                        select livelihood_id, ask_at, answered_at is not null or ended_at is not null from livelihood_question
                         where question_id = :id and case_id = :case for no key update
                        """)
                .with("id", question.value())
                .with("case", caseId.value())
                .first(row -> new Open(row.uuid(0), row.instant(1), row.yes(2)))
                .orElseThrow(Refusal::notThere);
    }

    void answer(QuestionId question, RetentionAnswer answer, Caller caller) {
        Sql.of(em, """
                        update livelihood_question set answer = :answer, income = :income, answered_at = :now, answered_by = :worker
                         where question_id = :id
                        """)
                .with("answer", answer.answer())
                .with("income", answer.income())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("id", question.value())
                .change();
    }

    void refuse(CaseId caseId, UUID employer, LocalDate saidOn, Caller caller) {
        Sql.of(em, """
                        insert into employer_veto (veto_id, employer_id, case_id, organisation_id, said_on, recorded_at, recorded_by)
                        values (gen_random_uuid(), :employer, :case, :house, :on, :now, :worker) on conflict do nothing
                        """)
                .with("employer", employer)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("on", saidOn)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    void mindNoMore(CaseId caseId, UUID employer, Caller caller) {
        Sql.of(em, """
                        update employer_veto set lifted_at = :now, lifted_by = :worker
                         where employer_id = :employer and case_id = :case and lifted_at is null
                        """)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("employer", employer)
                .with("case", caseId.value())
                .change();
    }

    /** Ends those of a file that is closed; answers which. */
    List<QuestionId> end(CaseId caseId) {
        return Sql.of(em, "select livelihood_questions_end(:case)")
                .with("case", caseId.value())
                .rows(row -> new QuestionId(row.uuid(0)));
    }
}
