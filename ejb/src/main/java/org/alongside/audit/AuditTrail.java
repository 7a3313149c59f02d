package org.alongside.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Appends to the audit; the database numbers and chains. Written last in a transaction: a case's chain is a queue until commit. */
@ApplicationScoped
public class AuditTrail {
    @PersistenceContext
    EntityManager em;

    public void write(AuditEvent event, String session) {
        Sql.of(em, """
                        select cast(audit_write(:action, :case, :subject, :category, :basis, :outcome, :reason, :session) as text)
                        """)
                .with("action", event.action())
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
