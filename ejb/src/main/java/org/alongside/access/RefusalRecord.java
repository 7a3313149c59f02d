package org.alongside.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.alongside.audit.AuditEvent;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.Clock;
import org.alongside.shared.Sql;

/**
 * Keeps a refusal in the audit in a transaction of its own, so that it stays when the refused one is rolled back.
 *
 * <p>The refused one still holds its connection. The record takes its own from a pool that serves nothing else, and whoever
 * holds one of those waits for no other: so many refusals at once queue for a moment and never wait for each other.
 */
@ApplicationScoped
class RefusalRecord {
    private static final String WAIT_NO_LONGER = "set local lock_timeout = '5s'";

    @Resource(lookup = "java:jboss/datasources/AlongsideRefusals")
    DataSource connections;

    @Inject
    CallerContext callers;

    @Inject
    AuditTrail audit;

    void keep(Caller refused, AuditEvent event) {
        write(connection -> {
            callers.open(connection, refused);
            audit.write(connection, event, refused.session());
        });
    }

    /** Of somebody who is no caller yet; null for a subject or session that is not known. */
    void keep(String subject, String reason, String session) {
        write(connection -> Sql.of(
                        connection, "select cast(audit_refused_sign_in(:subject, :reason, :session, :now) as text)")
                .with("subject", subject)
                .with("reason", reason)
                .with("session", session)
                .with("now", Clock.get().instant())
                .run());
    }

    private void write(Consumer<Connection> record) {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.of(connection, WAIT_NO_LONGER).run();
                record.accept(connection);
                connection.commit();
            } finally {
                // after a commit there is nothing left to take back
                connection.rollback();
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException("A refusal cannot be kept", unreachable);
        }
    }
}
