package org.alongside.casefile;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.ExpectedVersion;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.DraftId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/**
 * What somebody is typing, kept on the server as they type and readable by them alone. Answers are one JSON object made
 * by the page: field name to text or list of texts.
 */
@Stateless
@PermitAll
public class DraftService {
    /** The kinds of form that keep drafts; {@code page} is any other page, while something is typed there. */
    public static final Set<String> KINDS = Set.of(
            "needs",
            "say",
            "review",
            "intake",
            "consent",
            "purposes",
            "referral",
            "goal",
            "step",
            "matter",
            "assessment",
            "page");

    private static final int LONGEST = 60_000;

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    ExpectedVersion expected;

    /** Begins an empty draft; {@code caseId} where it concerns a case, else null. */
    @Requires(Permission.WRITE_DRAFT)
    public DraftId begin(NewDraft draft) {
        new Check().code(draft.kind(), "kind", KINDS::contains).orRefuse();
        Caller caller = callers.caller();
        DraftId id = DraftId.random();
        Sql.of(em, """
                        insert into draft (draft_id, worker_id, kind, case_id, answers, begun_at, saved_at)
                        values (:id, :worker, :kind, :case, '{}', :now, :now)
                        """)
                .with("id", id.value())
                .with("worker", caller.worker().value())
                .with("kind", draft.kind())
                .with("case", draft.caseId() == null ? null : draft.caseId().value())
                .with("now", caller.now())
                .change();
        return id;
    }

    /** Keeps the answers as they are now; refuses as not there where it is another's or gone, and stale where that was asked. */
    @Requires(Permission.WRITE_DRAFT)
    public Instant save(DraftId draftId, String answers) {
        new Check().text(answers, "answers", LONGEST).orRefuse();
        new Check().that(areAnswers(answers), "answers", "not-answers").orRefuse();
        int version = Sql.of(em, "select version from draft where draft_id = :id for update")
                .with("id", draftId.value())
                .first(row -> row.number(0))
                .orElseThrow(Refusal::notThere);
        expected.requireIfSaid(version);
        Sql.of(em, """
                        update draft set answers = cast(:answers as jsonb), saved_at = :now, version = version + 1
                         where draft_id = :id
                        """)
                .with("answers", answers)
                .with("now", callers.caller().now())
                .with("id", draftId.value())
                .change();
        return callers.caller().now();
    }

    /** One of the caller's own drafts. */
    @Requires(Permission.WRITE_DRAFT)
    public Draft read(DraftId draftId) {
        return Sql.of(
                        em,
                        "select draft_id, kind, case_id, cast(answers as text), saved_at, version from draft where draft_id = :id")
                .with("id", draftId.value())
                .first(DraftService::draft)
                .orElseThrow(Refusal::notThere);
    }

    /** The caller's own drafts, newest first, at most 20. */
    @Requires(Permission.WRITE_DRAFT)
    public List<Draft> mine() {
        return Sql.of(em, """
                        select draft_id, kind, case_id, cast(answers as text), saved_at, version from draft
                         where worker_id = :worker and answers <> '{}' order by saved_at desc limit 20
                        """).with("worker", callers.caller().worker().value()).rows(DraftService::draft);
    }

    /** Throws the draft away, when it was handed in or is not wanted. */
    @Requires(Permission.WRITE_DRAFT)
    public void discard(DraftId draftId) {
        Sql.of(em, "delete from draft where draft_id = :id")
                .with("id", draftId.value())
                .change();
    }

    private static boolean areAnswers(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject().entrySet().stream()
                    .allMatch(answer -> Check.printable(answer.getKey()) && isAnswer(answer.getValue()));
        } catch (JsonException notJson) {
            return false;
        }
    }

    private static boolean isAnswer(JsonValue value) {
        return value instanceof JsonString text && Check.printable(text.getString())
                || value instanceof JsonArray texts
                        && texts.stream()
                                .allMatch(one -> one instanceof JsonString text && Check.printable(text.getString()));
    }

    private static Draft draft(Row row) {
        return new Draft(
                new DraftId(row.uuid(0)),
                row.text(1),
                Optional.ofNullable(row.uuid(2)).map(CaseId::new),
                row.text(3),
                row.instant(4),
                row.number(5));
    }

    /** What a draft is for: kind of form, and the case it concerns or null. */
    public record NewDraft(String kind, CaseId caseId) {}

    /** A draft with its answers as JSON. */
    public record Draft(
            DraftId id, String kind, Optional<CaseId> caseId, String answers, Instant savedAt, int version) {}
}
