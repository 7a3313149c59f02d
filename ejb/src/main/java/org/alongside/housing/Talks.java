package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.housing.PlacementEvent.DidNotReturn;
import org.alongside.housing.PlacementEvent.PlacementEnded;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.housing.PlacementEvent.StepDone;
import org.alongside.housing.PlacementEvent.SurvivorMoved;
import org.alongside.housing.PlacementEvent.WentAway;
import org.alongside.housing.TalkEvent.TalksSettled;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;

/** The collection of talks that are wanted: once a week with everybody who lives in a house, as long as she is there. */
@ApplicationScoped
class Talks {
    @PersistenceContext
    EntityManager em;

    @Inject
    Event<TalkEvent> events;

    /** A talk that is wanted from now on. */
    record Wanted(UUID talk, OrganisationId house, OrganisationId lead, Instant dueAt) {}

    /** Asks one question of all houses; by the processes alone. Nobody is asked about twice at a time. */
    List<Wanted> raise(int most) {
        return Sql.of(em, "select talk_due_id, house, lead, due_at from talks_raise(:most)")
                .with("most", most)
                .rows(row -> new Wanted(
                        row.uuid(0), new OrganisationId(row.uuid(1)), new OrganisationId(row.uuid(2)), row.instant(3)));
    }

    void talked(@Observes StepDone event) {
        if (event.step() == FollowStep.WEEKLY_TALK_HELD) {
            end(event.placements());
        }
    }

    void away(@Observes WentAway event) {
        end(event.placements());
    }

    void missing(@Observes DidNotReturn event) {
        end(event.placements());
    }

    void moved(@Observes SurvivorMoved event) {
        end(event.placements());
    }

    void left(@Observes PlacementEnded event) {
        end(event.placements());
    }

    void stopped(@Observes PlacementStopped event) {
        end(event.placements());
    }

    /** Her case is closed: nobody is asked to talk with her any more. */
    void end(CaseId caseId) {
        end(Sql.of(em, "select placement_id from talk_due where case_id = :case and ended_at is null")
                .with("case", caseId.value())
                .rows(row -> new PlacementId(row.uuid(0))));
    }

    private void end(List<PlacementId> placements) {
        List<UUID> ended = Sql.of(em, "select talks_end(placement_id) from unnest(:placements) placement_id")
                .with("placements", placements.stream().map(PlacementId::value).collect(Collectors.toSet()))
                .rows(row -> row.uuid(0));
        if (!ended.isEmpty()) {
            events.fire(new TalksSettled(ended));
        }
    }
}
