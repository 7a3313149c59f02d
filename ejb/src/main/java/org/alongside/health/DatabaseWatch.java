package org.alongside.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says once in the log that the database went away, and once that it is back, however many meet it in between. */
@ApplicationScoped
public class DatabaseWatch {
    private static final Logger LOG = System.getLogger(DatabaseWatch.class.getName());

    private final AtomicBoolean there = new AtomicBoolean(true);

    /** Somebody was answered. */
    public void answered() {
        if (there.compareAndSet(false, true)) {
            LOG.log(Level.INFO, "The database answers again");
        }
    }

    /** Somebody was not answered. */
    public void silent() {
        if (there.compareAndSet(true, false)) {
            LOG.log(Level.WARNING, "The database does not answer. Nothing can be read or written until it does");
        }
    }
}
