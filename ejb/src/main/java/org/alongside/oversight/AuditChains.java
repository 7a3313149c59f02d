package org.alongside.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Has the database reckon the hashes of one record anew. */
@ApplicationScoped
class AuditChains {
    @PersistenceContext
    EntityManager em;

    /** Empty where the officer may not know of the case. */
    Optional<ChainVerification> verify(CaseId caseId, String code) {
        return Sql.of(em, "select events, first_broken from audit_case_verified(:case)")
                .with("case", caseId.value())
                .first(row -> new ChainVerification(
                        code, row.count(0), row.has(1) ? Optional.of(row.count(1)) : Optional.empty()));
    }
}
