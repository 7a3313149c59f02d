package org.alongside.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** The collection of alerts; the database writes them by its own functions, which ask everything a second time. */
@ApplicationScoped
class Alerts {
    private static final int MOST_SHOWN = 50;

    /** Whose name is not the reader's to know is not there; of a file that is not open, neither is its id. */
    private static final String ALERT = """
            select a.alert_id, f.case_id, a.case_code, a.type, a.severity, a.raised_at, coalesce(w.name, ''), coalesce(h.name, ''), a.answer_by,
                   a.settle_by, said.words, a.acknowledged_at, k.name, a.settled_at, s.name, a.outcome, done.words, a.ended_at is not null,
                   answers_alert(a.case_id, a.organisation_id), r.worker_id is not distinct from caller_worker(), alert_kept(a.alert_id)
              from safety_alert a
              left join case_file f on f.case_id = a.case_id
              left join safety_alert_raiser r on r.alert_id = a.alert_id
              left join worker w on w.worker_id = r.worker_id
              left join organisation h on h.organisation_id = r.organisation_id
              left join worker k on k.worker_id = a.acknowledged_by
              left join worker s on s.worker_id = a.settled_by
              left join safety_alert_word said on said.alert_id = a.alert_id and said.said_when = 'RAISED'
              left join safety_alert_word done on done.alert_id = a.alert_id and done.said_when = 'SETTLED'
            """;

    @PersistenceContext
    EntityManager em;

    Optional<AlertView> find(AlertId id) {
        return Sql.of(em, ALERT + " where a.alert_id = :id")
                .with("id", id.value())
                .first(Alerts::view);
    }

    AlertView require(AlertId id) {
        return find(id).orElseThrow(Refusal::notThere);
    }

    List<AlertView> of(CaseId caseId) {
        return Sql.of(em, ALERT + " where a.case_id = :case order by a.raised_at desc, a.alert_id limit " + MOST_SHOWN)
                .with("case", caseId.value())
                .rows(Alerts::view);
    }

    /** How urgent an alert of that kind is. */
    String severityOf(String type) {
        return Sql.of(em, "select severity from safety_alert_rule where type = :type")
                .with("type", type)
                .first(row -> row.text(0))
                .orElseThrow(Refusal::notThere);
    }

    /** When what is asked for is due. */
    record Times(Instant answerBy, Instant coordinatorAt, Instant settleBy) {}

    /** Raises it; answers who leads and is asked. */
    OrganisationId raise(AlertId id, CaseId caseId, NewAlert alert, String severity, Times times) {
        return Sql.of(em, "select alert_raise(:id, :case, :type, :severity, :words, :answer, :coordinator, :settle)")
                .with("id", id.value())
                .with("case", caseId.value())
                .with("type", alert.type())
                .with("severity", severity)
                .with("words", Words.of(alert.words()))
                .with("answer", times.answerBy())
                .with("coordinator", times.coordinatorAt())
                .with("settle", times.settleBy())
                .first(row -> new OrganisationId(row.uuid(0)))
                .orElseThrow();
    }

    void acknowledge(AlertId id) {
        Sql.of(em, "select cast(alert_acknowledge(:id) as text)")
                .with("id", id.value())
                .run();
    }

    void settle(AlertId id, NewSettlement done) {
        Sql.of(em, "select cast(alert_settle(:id, :outcome, :words) as text)")
                .with("id", id.value())
                .with("outcome", done.outcome())
                .with("words", Words.of(done.words()))
                .run();
    }

    /** How many nobody has seen to yet. */
    int open(CaseId caseId) {
        return Sql.of(
                        em,
                        "select count(*)::int from safety_alert where case_id = :case and settled_at is null and ended_at is null")
                .with("case", caseId.value())
                .first(row -> row.number(0))
                .orElseThrow();
    }

    /** Whether one was raised since then that nobody has seen to yet. */
    boolean raisedSince(CaseId caseId, Instant then) {
        return Sql.of(em, """
                        select exists (select from safety_alert
                                        where case_id = :case and raised_at > :then and settled_at is null and ended_at is null)
                        """)
                .with("case", caseId.value())
                .with("then", then)
                .first(row -> row.yes(0))
                .orElseThrow();
    }

    /** Ends what is open in a file that was closed; answers which. */
    List<AlertId> end(CaseId caseId) {
        return Sql.of(em, "select alerts_end(:case)")
                .with("case", caseId.value())
                .rows(row -> new AlertId(row.uuid(0)));
    }

    /** What nobody answers, for coordinators: the longest waiting first. */
    List<UnansweredAlert> unanswered() {
        return Sql.of(em, """
                        select c.alert_id, o.name, c.severity, c.raised_at
                          from safety_alert_card c join organisation o using (organisation_id)
                         order by c.raised_at, c.alert_id limit %d
                        """.formatted(MOST_SHOWN))
                .rows(row -> new UnansweredAlert(new AlertId(row.uuid(0)), row.text(1), row.text(2), row.instant(3)));
    }

    private static AlertView view(Row row) {
        boolean open = !row.has(13) && !row.yes(17);
        boolean answers = row.yes(18) && open;
        return new AlertView(
                new AlertId(row.uuid(0)),
                Optional.ofNullable(row.uuid(1)).map(CaseId::new),
                row.text(2),
                row.text(3),
                row.text(4),
                row.instant(5),
                row.text(6),
                row.text(7),
                row.instant(8),
                row.instant(9),
                Optional.ofNullable(row.text(10)),
                row.when(11),
                Optional.ofNullable(row.text(12)),
                row.when(13),
                Optional.ofNullable(row.text(14)),
                Optional.ofNullable(row.text(15)),
                Optional.ofNullable(row.text(16)),
                row.yes(17),
                row.yes(20),
                new AlertView.AlertAbility(
                        answers && !row.has(11) && !row.yes(19), answers && row.has(11) && !row.yes(20)));
    }
}
