package org.alongside.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.outcome.MeasureEvent.MeasureAsked;
import org.alongside.outcome.MeasureTimes.MeasureTime;
import org.alongside.outcome.OutcomeView.AskedMeasure;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;

/** That the lead is asked to measure: one question at a time of a file, which the database alone makes and settles. */
@ApplicationScoped
class MeasureAsks {
    @PersistenceContext
    EntityManager em;

    /** What is asked now; for who leads. */
    Optional<AskedMeasure> open(CaseId caseId) {
        return Sql.of(em, "select point, due_at from measure_ask where case_id = :case and settled_at is null")
                .with("case", caseId.value())
                .first(row -> new AskedMeasure(row.text(0), row.instant(1)));
    }

    /** Those whose time has come; by the processes alone. */
    List<MeasureAsked> raise(MeasureTime entry, MeasureTime quarter, int most) {
        return Sql.of(em, """
                        select measure_ask_id, lead, due_at
                          from measure_asks_raise(cast(:after as interval), cast(:within as interval), cast(:again as interval),
                                                  cast(:againWithin as interval), :most)
                        """)
                .with("after", entry.askAfter().toString())
                .with("within", entry.doneWithin().toString())
                .with("again", quarter.askAfter().toString())
                .with("againWithin", quarter.doneWithin().toString())
                .with("most", most)
                .rows(row -> new MeasureAsked(row.uuid(0), new OrganisationId(row.uuid(1)), row.instant(2)));
    }

    /** Answers what was asked until now. */
    List<UUID> settle(CaseId caseId, String how) {
        return Sql.of(em, "select * from measure_asks_settle(:case, :how)")
                .with("case", caseId.value())
                .with("how", how)
                .rows(row -> row.uuid(0));
    }
}
