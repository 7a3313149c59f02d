package org.alongside.workflows;

import java.util.concurrent.Callable;
import org.alongside.access.Errand;
import org.alongside.access.SystemIdentity;

/** Calls doors from a job, where no person asks: as the named system identity, or on the errand of somebody. */
final class SystemWork {
    private final SystemIdentity identity;
    private final Errand errand;

    SystemWork(SystemIdentity identity) {
        this(identity, null);
    }

    SystemWork(SystemIdentity identity, Errand errand) {
        this.identity = identity;
        this.errand = errand;
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    <T> T call(Callable<T> work) {
        try {
            return errand == null ? identity.call(work) : identity.call(errand, work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
