package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.code.Settings;
import org.alongside.shared.CaseId;
import org.alongside.shared.PurposeAnswerId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** The collection of what survivors said of each purpose, as far as the caller may read it; nothing in it is ever changed. */
@ApplicationScoped
public class PurposeAnswers {
    /** Code of purpose_answer: yes, for a time. */
    public static final String AGREED = "AGREED";

    /** Code of purpose_answer: no; she is still helped. */
    public static final String REFUSED = "REFUSED";

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    Settings settings;

    @Inject
    Event<PurposeAnswered> events;

    /**
     * What she says of that purpose today: code of purpose_answer. Empty: she was not asked, her yes has ended, or the caller may
     * not know.
     */
    public Optional<String> today(CaseId caseId, String purpose) {
        return Sql.of(em, "select purpose_answer_today(:case, :purpose)")
                .with("case", caseId.value())
                .with("purpose", purpose)
                .first(row -> Optional.ofNullable(row.text(0)))
                .flatMap(said -> said);
    }

    /** Everything she said, newest first. */
    public List<PurposeAnswerView> of(CaseId caseId) {
        Instant now = callers.caller().now();
        Set<String> spokenOf = new HashSet<>();
        Duration askedBefore = settings.of(Consents.ASKED_BEFORE);
        return Sql.of(em, """
                        select purpose_answer_id, purpose, answer, given_at, until_at, named, giver, medium, language, takes_back, reason
                          from purpose_answer where case_id = :case order by given_at desc, said_as desc
                        """)
                .with("case", caseId.value())
                .rows(row -> view(row, spokenOf.add(row.text(1)), askedBefore, now));
    }

    private static PurposeAnswerView view(Row row, boolean newest, Duration askedBefore, Instant now) {
        Optional<Instant> until = row.when(4);
        Optional<UUID> takesBack = Optional.ofNullable(row.uuid(9));
        return new PurposeAnswerView(
                new PurposeAnswerId(row.uuid(0)),
                row.text(1),
                row.text(2),
                !newest
                        ? "REPLACED"
                        : takesBack.isPresent()
                                ? "TAKEN_BACK"
                                : until.filter(end -> !end.isAfter(now)).isPresent() ? "ENDED" : row.text(2),
                row.instant(3),
                until,
                until.map(end -> end.minus(askedBefore)),
                Optional.ofNullable(row.text(5)),
                Optional.ofNullable(row.text(6)),
                Optional.ofNullable(row.text(7)),
                Optional.ofNullable(row.text(8)),
                takesBack.map(PurposeAnswerId::new),
                Optional.ofNullable(row.text(10)));
    }

    /** @param relation what the giver is to her: code of excluded_relation, or null */
    void say(
            UUID conversation,
            CaseId caseId,
            NewAnswers said,
            NewAnswers.Said one,
            String relation,
            Instant givenAt,
            Instant until) {
        Caller caller = callers.caller();
        boolean yes = one.agrees();
        Sql.of(em, """
                        insert into purpose_answer (purpose_answer_id, conversation_id, case_id, purpose, answer, given_at, until_at, named, giver,
                                                    giver_right, giver_relation, guardian_id, assent, medium, language, interpreter, witness,
                                                    recorded_at, recorded_by)
                        values (:id, :conversation, :case, :purpose, :answer, :given, :until, :named, :giver, :right, :relation, :guardian, :assent,
                                :medium, :language, :interpreter, :witness, :now, :worker)
                        """)
                .with("id", UUID.randomUUID())
                .with("conversation", conversation)
                .with("case", caseId.value())
                .with("purpose", one.purpose())
                .with("answer", one.answer())
                .with("given", givenAt)
                .with("until", until)
                .with("named", yes ? stripped(one.named()) : null)
                .with("giver", yes ? said.giver() : null)
                .with("right", yes ? said.giverRight() : null)
                .with("relation", yes ? relation : null)
                .with(
                        "guardian",
                        yes && said.guardian() != null ? said.guardian().value() : null)
                .with("assent", yes ? said.assent() : null)
                .with("medium", said.medium())
                .with("language", said.language())
                .with("interpreter", said.interpreter())
                .with("witness", stripped(said.witness()))
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        events.fire(new PurposeAnswered(caseId, one.purpose()));
    }

    /** She no longer agrees, from this instant on; refuses what she does not say any more as {@code already-withdrawn}. */
    void takeBack(CaseId caseId, PurposeAnswerId id) {
        PurposeAnswerView yes = of(caseId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        if (!yes.agreed()) {
            throw Refusal.wrongState("already-withdrawn");
        }
        Caller caller = callers.caller();
        Sql.of(em, """
                        insert into purpose_answer (purpose_answer_id, case_id, purpose, answer, given_at, takes_back, recorded_at, recorded_by)
                        values (:id, :case, :purpose, 'REFUSED', :now, :yes, :now, :worker)
                        """)
                .with("id", UUID.randomUUID())
                .with("case", caseId.value())
                .with("purpose", yes.purpose())
                .with("yes", id.value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        events.fire(new PurposeAnswered(caseId, yes.purpose()));
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
