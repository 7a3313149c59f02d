package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Settings;
import org.alongside.housing.TalkEvent.TalkWanted;

/** The clock of the weekly talks: somebody of the house talks with everybody who lives there, and notes that it was done. */
@Stateless
@PermitAll
public class TalkService {
    static final String EVERY = "house-talk-every";
    static final String LEAD_AFTER = "house-talk-lead-asked-after";
    private static final int MOST_AT_ONCE = 200;

    @Inject
    Talks talks;

    @Inject
    Settings settings;

    @Inject
    Event<TalkEvent> events;

    /** Looks with whom nobody has talked for nearly a week, and asks the house; told by the process every hour. */
    @Requires(Permission.RUN_PLACEMENT_CLOCK)
    public void look() {
        Duration leadAfter = settings.of(LEAD_AFTER);
        talks.raise(MOST_AT_ONCE)
                .forEach(one -> events.fire(new TalkWanted(
                        one.talk(),
                        one.house(),
                        one.lead(),
                        one.dueAt(),
                        one.dueAt().plus(leadAfter))));
    }
}
