package org.alongside.worklist;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Function;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.organisation.Partners;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.worklist.OverlookedEvent.OverlookedDone;
import org.alongside.worklist.OverlookedEvent.OverlookedFound;
import org.alongside.worklist.OverlookedTasks.Undone;

/** The coordinators' door to what organisations leave undone, and the watch that finds it. */
@Stateless
@PermitAll
public class OverlookedService {
    private static final int MOST_SHOWN = 200;

    @PersistenceContext
    EntityManager em;

    @Inject
    Instance<OverlookedTasks> tasks;

    @Inject
    CallerContext callers;

    @Inject
    Partners partners;

    @Inject
    Event<OverlookedEvent> events;

    /**
     * By organisation and kind, at most 200, as it was found in the last hour. Refuses who does not work for a competent
     * authority.
     */
    @Requires(Permission.READ_OVERLOOKED)
    public List<Overlooked> list() {
        if (!partners.isCompetentAuthority(callers.caller().organisation())) {
            throw Refusal.notAllowed("not-a-competent-authority");
        }
        return Sql.of(em, """
                        select v.overlooked_id, o.name, v.kind, v.tasks, v.since from overlooked v join organisation o using (organisation_id)
                         order by o.name, v.since, v.kind limit %d
                        """.formatted(MOST_SHOWN))
                .rows(row -> new Overlooked(row.uuid(0), row.text(1), row.text(2), row.number(3), row.instant(4)));
    }

    /** Looks what is left undone now, and calls coordinators to what is new; told by the process every hour. */
    @Requires(Permission.LOOK_FOR_OVERLOOKED)
    public void look() {
        List<Undone> undone = tasks.get().at(callers.caller().now());
        Sql.of(em, """
                        select overlooked_id, organisation_id, gone
                          from overlooked_keep(cast(:organisations as uuid[]), :kinds, cast(:tasks as int[]), cast(:since as timestamptz[]))
                        """)
                .with("organisations", texts(undone, Undone::organisation))
                .with("kinds", texts(undone, Undone::kind))
                .with("tasks", texts(undone, Undone::tasks))
                .with("since", texts(undone, Undone::since))
                .<OverlookedEvent>rows(row -> row.yes(2)
                        ? new OverlookedDone(row.uuid(0))
                        : new OverlookedFound(row.uuid(0), new OrganisationId(row.uuid(1))))
                .forEach(events::fire);
    }

    private static List<String> texts(List<Undone> undone, Function<Undone, Object> part) {
        return undone.stream().map(part).map(Object::toString).toList();
    }
}
