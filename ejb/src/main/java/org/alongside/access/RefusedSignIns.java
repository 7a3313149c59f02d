package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.shared.Clock;

/**
 * Keeps in the audit who was refused before there was a caller: a person whom the provider let in and this house does not, and a
 * token that does not hold, of which nothing is kept but why.
 *
 * <p>The same is written down once a minute, so that knocking does not fill the audit.
 */
@ApplicationScoped
public class RefusedSignIns {
    private static final Logger LOG = System.getLogger(RefusedSignIns.class.getName());

    @Inject
    RefusalRecord record;

    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    /** A token that does not hold, with the code of the reason; whom it names is not to be believed. */
    public void stranger(String reason) {
        if (isNew(reason)) {
            LOG.log(Level.WARNING, "A sign-in was refused: {0}", reason);
            try {
                record.keep(null, reason, null);
            } catch (RuntimeException away) {
                // nobody was let in, whether it can be written down or not
                LOG.log(
                        Level.WARNING,
                        "It could not be kept: {0}",
                        away.getClass().getSimpleName());
            }
        }
    }

    /** Somebody whom the provider knows: in their own record, if they are or were of the people here. */
    void person(String subject, String reason, String session) {
        if (isNew(reason + subject)) {
            record.keep(subject, reason, session);
        }
    }

    private boolean isNew(String what) {
        Instant minute = Clock.get().instant().truncatedTo(ChronoUnit.MINUTES);
        known.values().removeIf(minute::isAfter);
        return known.put(what, minute) == null;
    }
}
