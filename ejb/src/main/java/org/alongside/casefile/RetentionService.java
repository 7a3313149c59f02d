package org.alongside.casefile;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.shared.Sql;

/**
 * Removes what is past its time: anonymous contacts after 30 days, drafts 30 days untouched, idempotency keys
 * after seven, files of cases that were brought or taken out after one.
 */
@Stateless
@PermitAll
public class RetentionService {
    @PersistenceContext
    EntityManager em;

    /** Run by the retention process as the system; nobody else may. */
    @Requires(Permission.PURGE)
    public void purge() {
        Sql.of(em, "select contacts, drafts, keys from retention_purge()").run();
        Sql.of(em, "select cast(transfer_purge() as text)").run();
    }
}
