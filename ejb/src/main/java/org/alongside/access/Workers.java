package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import org.alongside.access.MeService.Me;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** Reads what a worker is called and where they work. */
@ApplicationScoped
public class Workers {
    @PersistenceContext
    EntityManager em;

    /** The caller as they are known here. */
    public Me me(Caller caller) {
        return Sql.of(em, """
                        select w.name, o.name, o.type, o.competent_authority, w.locale, w.zone
                          from worker w join organisation o using (organisation_id) where w.worker_id = :worker
                        """)
                .with("worker", caller.worker().value())
                .first(row -> new Me(
                        caller.worker(),
                        row.text(0),
                        caller.organisation(),
                        row.text(1),
                        row.text(2),
                        row.yes(3),
                        caller.roles(),
                        row.text(4),
                        row.text(5)))
                .orElseThrow(Refusal::notThere);
    }

    /** Whether the caller is of police or prosecution, by what they do or where they work: to them nobody is named who leads. */
    public boolean keptApart() {
        return Sql.of(em, "select caller_kept_apart()").first(row -> row.yes(0)).orElseThrow();
    }

    /** The caller's today: the day that it is where they work. */
    public LocalDate today(Caller caller) {
        return LocalDate.ofInstant(caller.now(), zone(caller));
    }

    /** The zone of where the caller works. */
    public ZoneId zone(Caller caller) {
        return Sql.of(em, "select zone from worker where worker_id = :worker")
                .with("worker", caller.worker().value())
                .first(row -> ZoneId.of(row.text(0)))
                .orElseThrow(Refusal::notThere);
    }
}
