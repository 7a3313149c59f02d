package org.alongside.workflows;

import java.util.concurrent.Callable;
import org.alongside.access.SystemIdentity;

/** Calls doors from a job, where no person asks, as the named system identity. */
final class SystemWork {
    private final SystemIdentity identity;

    SystemWork(SystemIdentity identity) {
        this.identity = identity;
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    <T> T call(Callable<T> work) {
        try {
            return identity.call(work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
