package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.housing.FollowService.NewSpokenBefore;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;

/** The collection of what was done about placements. */
@ApplicationScoped
class Follows {
    @PersistenceContext
    EntityManager em;

    /**
     * The placement as who leads and the house both know it.
     *
     * @param cameOn the day in UTC on which she moved in; empty: she has not come
     */
    record Followed(
            UUID caseId,
            UUID house,
            PlacementStatus status,
            Optional<String> code,
            Optional<String> preferredName,
            Optional<LocalDate> cameOn) {}

    Optional<Followed> of(PlacementId id) {
        return Sql.of(em, """
                        select m.case_id, m.organisation_id, m.status, c.case_code, i.preferred_name, (m.admitted_at at time zone 'UTC')::date
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
                        Optional.ofNullable(row.text(4)),
                        Optional.ofNullable(row.date(5))));
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

    void spoke(PlacementId id, Followed one, NewSpokenBefore said, Caller caller) {
        Sql.of(em, """
                        insert into placement_spoken (placement_id, case_id, organisation_id, answer, said_on, why, noted_at, noted_by)
                        values (:id, :case, :house, :answer, :on, :why, :now, :worker) on conflict do nothing
                        """)
                .with("id", id.value())
                .with("case", one.caseId())
                .with("house", one.house())
                .with("answer", said.answer())
                .with("on", said.on())
                .with("why", said.why())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    Optional<SpokenBefore> spoken(PlacementId id) {
        return Sql.of(em, """
                        select s.answer, s.said_on, s.why, o.name
                          from placement_spoken s join worker w on w.worker_id = s.noted_by join organisation o on o.organisation_id = w.organisation_id
                         where s.placement_id = :id order by s.noted_at desc limit 1
                        """)
                .with("id", id.value())
                .first(row ->
                        new SpokenBefore(row.text(0), row.date(1), Optional.ofNullable(row.text(2)), row.text(3)));
    }
}
