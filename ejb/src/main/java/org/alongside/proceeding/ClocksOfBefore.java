package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.alongside.proceeding.DeadlineEvent.DeadlineFound;
import org.alongside.proceeding.HearingEvent.HearingFound;
import org.alongside.proceeding.HearingRecords.State;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** Begins the clocks of hearings and last days that were written down before there were clocks, a few in one transaction. */
@ApplicationScoped
class ClocksOfBefore {
    @PersistenceContext
    EntityManager em;

    @Inject
    HearingClock hearings;

    @Inject
    DeadlineRecords deadlines;

    @Inject
    Event<HearingFound> hearingsFound;

    @Inject
    Event<DeadlineFound> deadlinesFound;

    /** Answers whether more are left; by the processes alone. */
    boolean begin(int most, Instant now) {
        Sql.of(em, "select kind, subject, lead, lawyers, at, due_on, zone, missing from clocks_of_before(:most)")
                .with("most", most)
                .rows(row -> found(row, now))
                .forEach(Runnable::run);
        return Sql.of(em, "select clocks_left()").first(row -> row.yes(0)).orElse(false);
    }

    /** Its clock, to begin when all were read. */
    private Runnable found(Row row, Instant now) {
        UUID id = row.uuid(1);
        String kind = row.text(0);
        OrganisationId lawyers = new OrganisationId(row.uuid(3));
        ZoneId zone = ZoneId.of(row.text(6));
        if (kind.equals("HEARING")) {
            var hearing = new State(id, new OrganisationId(row.uuid(2)), lawyers, row.instant(4), row.yes(7));
            return () -> hearingsFound.fire(new HearingFound(hearings.set(hearing, zone, now)));
        }
        LocalDate dueOn = row.date(5);
        return () -> deadlinesFound.fire(new DeadlineFound(deadlines.set(id, lawyers, kind, dueOn, zone)));
    }
}
