package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The named identity of the processes, with few permissions and no file open to it. Only {@code workflows} and
 * {@code notice} may put it on, and only in transactions of their own: a rule of the architecture tests.
 */
@ApplicationScoped
public class SystemIdentity {
    private static final ThreadLocal<Boolean> WORN = ThreadLocal.withInitial(() -> false);
    private static final ThreadLocal<Errand> ERRAND = new ThreadLocal<>();

    /** Does the work as the system and takes the identity off again. */
    public <T> T call(Callable<T> work) throws Exception {
        boolean before = WORN.get();
        WORN.set(true);
        try {
            return work.call();
        } finally {
            WORN.set(before);
        }
    }

    /** Does an errand for whoever asked for it, as far as the database finds that it still stands; see {@link Errand}. */
    public <T> T call(Errand errand, Callable<T> work) throws Exception {
        Errand before = ERRAND.get();
        ERRAND.set(errand);
        try {
            return work.call();
        } finally {
            ERRAND.set(before);
        }
    }

    Optional<Errand> errand() {
        return Optional.ofNullable(ERRAND.get());
    }

    boolean isWorn() {
        return WORN.get();
    }
}
