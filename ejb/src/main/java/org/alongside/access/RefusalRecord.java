package org.alongside.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.alongside.audit.AuditEvent;
import org.alongside.audit.AuditTrail;
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
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.of(connection, WAIT_NO_LONGER).run();
                callers.open(connection, refused);
                audit.write(connection, event, refused.session());
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
