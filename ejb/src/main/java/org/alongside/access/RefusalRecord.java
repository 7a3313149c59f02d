package org.alongside.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeDefaultInterceptors;
import org.alongside.audit.AuditEvent;
import org.alongside.audit.AuditTrail;

/** Keeps a refusal in the audit in a transaction of its own, so that it stays when the refused one is rolled back. */
@Stateless
@ExcludeDefaultInterceptors
public class RefusalRecord {
    @Inject
    CallerContext callers;

    @Inject
    AuditTrail audit;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void keep(String subject, Caller refused, AuditEvent event) {
        callers.open(
                subject, role -> refused.roles().stream().anyMatch(r -> r.name().equals(role)));
        audit.write(event, refused.session());
    }
}
