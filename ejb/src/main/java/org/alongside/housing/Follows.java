package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;

/** The collection of what was done about placements. */
@ApplicationScoped
class Follows {
    @PersistenceContext
    EntityManager em;

    /** The placement as who leads and the house both know it. */
    record Followed(
            UUID caseId, UUID house, PlacementStatus status, Optional<String> code, Optional<String> preferredName) {}

    Optional<Followed> of(PlacementId id) {
        return Sql.of(em, """
                        select m.case_id, m.organisation_id, m.status, c.case_code, i.preferred_name
                          from placement_minimum m
                          left join case_file c on c.case_id = m.case_id
                          left join identity_minimum i on i.case_id = m.case_id
                         where m.placement_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new Followed(
                        row.uuid(0),
                        row.uuid(1),
                        PlacementStatus.valueOf(row.text(2)),
                        Optional.ofNullable(row.text(3)),
                        Optional.ofNullable(row.text(4))));
    }

    /** Notes it; answers whether it was not noted by the caller a moment ago, as by a button that is pressed twice. */
    boolean done(PlacementId id, Followed one, FollowStep step, Caller caller) {
        Sql.of(em, "select cast(pg_advisory_xact_lock(hashtextextended(:pressed, 0)) as text)")
                .with("pressed", id + " " + step + " " + caller.worker())
                .run();
        return Sql.of(em, """
                                insert into placement_step (placement_id, case_id, organisation_id, step, done_at, done_by)
                                select :id, :case, :house, :step, :now, :worker
                                 where not exists (select from placement_step s
                                                    where s.placement_id = :id and s.step = :step and s.done_by = :worker
                                                      and s.done_at > cast(:now as timestamptz) - interval '1 minute')
                                """)
                        .with("id", id.value())
                        .with("case", one.caseId())
                        .with("house", one.house())
                        .with("step", step.name())
                        .with("now", caller.now())
                        .with("worker", caller.worker().value())
                        .change()
                == 1;
    }

    List<DoneStep> done(PlacementId id) {
        return Sql.of(em, """
                        select s.step, s.done_at, o.name
                          from placement_step s join worker w on w.worker_id = s.done_by join organisation o on o.organisation_id = w.organisation_id
                         where s.placement_id = :id order by s.done_at, s.step
                        """)
                .with("id", id.value())
                .rows(row -> new DoneStep(row.text(0), row.instant(1), row.text(2)));
    }
}
