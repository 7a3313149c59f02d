package org.alongside.setup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Two transactions of which neither knows of the other when it begins. */
public final class SameSecond {
    private static final String WAITED_FOR =
            "select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))";

    private SameSecond() {}

    /**
     * Does the other while what was done on a connection is not yet kept, and keeps that once the other is done or waits for it.
     *
     * @return why the other failed; empty where it did not
     */
    public static Optional<Throwable> keptAfter(Connection done, Callable<?> other) throws Exception {
        CompletableFuture<Optional<Throwable>> meanwhile = CompletableFuture.supplyAsync(() -> {
            try {
                other.call();
                return Optional.empty();
            } catch (Exception failed) {
                return Optional.of(failed);
            }
        });
        while (!meanwhile.isDone() && !isWaitedFor(done)) {
            Thread.onSpinWait();
        }
        done.commit();
        return meanwhile.get(30, TimeUnit.SECONDS);
    }

    private static boolean isWaitedFor(Connection done) throws SQLException {
        try (Statement sql = done.createStatement();
                ResultSet answer = sql.executeQuery(WAITED_FOR)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
