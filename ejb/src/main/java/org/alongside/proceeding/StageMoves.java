package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Workers;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** Moves a matter to another stage, as the table of moves has it; whoever edits the matter meanwhile is told that the stage changed. */
@ApplicationScoped
class StageMoves {
    private static final String CLOSED = "CLOSED";
    private static final String FILED = "FILED";
    private static final String FINAL = "FINAL";

    @PersistenceContext
    EntityManager em;

    @Inject
    DeadlineRecords deadlines;

    @Inject
    Workers workers;

    String stage(MatterId id) {
        return Sql.of(em, "select stage from matter_stage where matter_id = :id")
                .with("id", id.value())
                .first(row -> row.text(0))
                .orElseThrow(Refusal::notThere);
    }

    /** For what the move to a stage waits; empty: for nothing. */
    Optional<String> waits(MatterId id, String to) {
        return Sql.of(em, "select stage_waits(:id, :to)")
                .with("id", id.value())
                .with("to", to)
                .first(row -> Optional.ofNullable(row.text(0)))
                .orElseThrow();
    }

    /** Refuses with what the move waits for, and {@code closed-has-no-date} where a hearing or a last day is still to come. */
    void to(MatterId id, String to, Caller caller) {
        waits(id, to).ifPresent(why -> {
            throw Refusal.wrongState(why);
        });
        if (CLOSED.equals(to) && dated(id)) {
            throw Refusal.wrongState("closed-has-no-date");
        }
        move(id, to, caller);
    }

    /** With its last days left running: somebody else has to see to them. */
    void declined(MatterId id, Caller caller) {
        move(id, CLOSED, caller);
    }

    private void move(MatterId id, String to, Caller caller) {
        Sql.of(em, "update matter_stage set stage = :to where matter_id = :id")
                .with("id", id.value())
                .with("to", to)
                .change();
        follows(id, to, caller);
        Sql.of(em, """
                        with changed as (
                          update matter set version = version + 1 where matter_id = :id returning matter_id, case_id, organisation_id, version)
                        insert into matter_change (change_id, matter_id, case_id, organisation_id, version, fields, changed_at, changed_by)
                          select :change, matter_id, case_id, organisation_id, version, '{stage}', :now, :worker from changed
                        """)
                .with("id", id.value())
                .with("change", UUID.randomUUID())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** What a stage brings with it: what was filed keeps within its time, from the final act the time for a fund runs, and a closed matter needs no mandate. */
    void follows(MatterId id, String to, Caller caller) {
        if (FILED.equals(to)) {
            met(id, "LIMITATION", caller);
        } else if (CLOSED.equals(to)) {
            deadlines.mandateOver(id, null, caller);
        } else if (FINAL.equals(to)) {
            Sql.of(em, """
                            update matter_file set final_on = :today
                             where matter_id = :id and final_on is null and claimed is not null
                            """)
                    .with("id", id.value())
                    .with("today", workers.today(caller))
                    .change();
        }
    }

    /** Ends the last days of a matter that run for that, as kept. */
    void met(MatterId id, String event, Caller caller) {
        deadlines.following(id, () -> Sql.of(em, """
                        select d.deadline_id from legal_deadline d join legal_deadline_file f using (deadline_id)
                         where d.matter_id = :id and d.ended_at is null and f.event = :event
                        """)
                .with("id", id.value())
                .with("event", event)
                .rows(row -> row.uuid(0))
                .forEach(one -> deadlines.end(id, one, "MET", caller)));
    }

    private boolean dated(MatterId id) {
        return Sql.of(em, """
                        select exists (select from hearing where matter_id = :id and ended_at is null)
                            or exists (select from legal_deadline d left join legal_deadline_file f using (deadline_id)
                                        where d.matter_id = :id and d.ended_at is null and f.mandate_id is null)
                        """).with("id", id.value()).first(row -> row.yes(0)).orElse(false);
    }
}
