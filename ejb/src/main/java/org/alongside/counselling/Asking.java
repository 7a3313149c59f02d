package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import org.alongside.access.Caller;
import org.alongside.code.Settings;
import org.alongside.counselling.SessionEvent.Moved;
import org.alongside.counselling.SessionEvent.Planned;
import org.alongside.shared.SittingId;

/**
 * From when on, and until when, a counsellor is asked who came: when the hour is over. Who writes down an hour that is over already is about to say
 * it, and is asked only when they did not for a while.
 */
@ApplicationScoped
class Asking {
    static final String ASKED_AFTER = "session-asked-after";

    @Inject
    Settings settings;

    @Inject
    Instance<CounsellingTimes> times;

    @Inject
    Event<SessionEvent> events;

    void planned(SittingId sitting, Instant ends, Caller caller) {
        Instant from = from(ends, caller);
        events.fire(new Planned(sitting, caller.organisation(), from, until(from)));
    }

    void moved(SittingId sitting, Instant ends, Caller caller) {
        Instant from = from(ends, caller);
        events.fire(new Moved(sitting, from, until(from)));
    }

    private Instant from(Instant ends, Caller caller) {
        Instant soon = caller.now().plus(settings.of(ASKED_AFTER));
        return ends.isAfter(caller.now()) ? ends : soon;
    }

    private Instant until(Instant from) {
        return from.plus(times.get().times().recordWithin());
    }
}
