package org.alongside.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Appends to the audit; the database numbers and chains. Written last in a transaction: a case's chain is a queue until commit. */
@ApplicationScoped
public class AuditTrail {
    private static final String WRITE = """
            select cast(audit_write(:action, :case, :subject, :category, :basis, :outcome, :reason, :session) as text)
            """;

    @PersistenceContext
    EntityManager em;

    /** In the transaction of the act. */
    public void write(AuditEvent event, String session) {
        write(Sql.of(em, WRITE), event, session);
    }

    /** On a connection whose transaction has a caller. */
    public void write(Connection connection, AuditEvent event, String session) {
        write(Sql.of(connection, WRITE), event, session);
    }

    private static void write(Sql sql, AuditEvent event, String session) {
        sql.with("action", event.action())
                .with("case", event.caseId().map(CaseId::value).orElse(null))
                .with("subject", event.subject().orElse(null))
                .with("category", event.category().orElse(null))
                .with("basis", event.basis().orElse(null))
                .with("outcome", event.outcome())
                .with("reason", event.reason().orElse(null))
                .with("session", session)
                .run();
    }
}
