package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.housing.GapEvent.GapsSettled;
import org.alongside.housing.PlacementEvent.SurvivorAdmitted;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;

/** The collection of nights without a place. */
@ApplicationScoped
class Gaps {
    static final String STAYS_SAFE = "STAYS_SAFE";

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<GapEvent> events;

    /** An alarm that was raised just now. */
    record Raised(UUID gap, OrganisationId lead) {}

    /** Asks one question of all cases and raises what it finds, each at most once a day; by the processes alone. */
    List<Raised> raise(int most) {
        return Sql.of(em, "select gap_id, lead from placement_gaps_raise(:most)")
                .with("most", most)
                .rows(row -> new Raised(row.uuid(0), new OrganisationId(row.uuid(1))));
    }

    /** The newest first. */
    List<GapView> of(CaseId caseId) {
        return Sql.of(em, """
                        select raised_at, answer, answered_at, ended_at from placement_gap where case_id = :case order by raised_at desc
                        """)
                .with("case", caseId.value())
                .rows(row -> new GapView(row.instant(0), Optional.ofNullable(row.text(1)), row.when(2), row.when(3)));
    }

    /** Answers what waits; of which alarms. */
    List<UUID> answer(CaseId caseId, String answer, Caller caller) {
        Instant ended = STAYS_SAFE.equals(answer) ? caller.now() : null;
        return Sql.of(em, """
                        update placement_gap set answer = :answer, answered_at = :now, answered_by = :worker, ended_at = cast(:ended as timestamptz)
                         where case_id = :case and answered_at is null and ended_at is null returning gap_id
                        """)
                .with("answer", answer)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("ended", ended)
                .with("case", caseId.value())
                .rows(row -> row.uuid(0));
    }

    void admitted(@Observes SurvivorAdmitted event) {
        settled(event.placements().stream()
                .flatMap(id -> ids("select placement_gaps_end(:id)", id.value()).stream())
                .toList());
    }

    /** Her case is closed: nobody is asked about her nights any more. */
    void end(CaseId caseId) {
        settled(ids("select placement_gaps_close(:id)", caseId.value()));
    }

    private List<UUID> ids(String sql, UUID id) {
        return Sql.of(em, sql).with("id", id).rows(row -> row.uuid(0));
    }

    private void settled(List<UUID> gaps) {
        if (!gaps.isEmpty()) {
            events.fire(new GapsSettled(gaps));
        }
    }
}
