package org.alongside.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.alongside.oversight.AuditService.AuditVerification;
import org.alongside.oversight.AuditService.BrokenChain;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** Has the database reckon the hashes of records anew. */
@ApplicationScoped
class AuditChains {
    @PersistenceContext
    EntityManager em;

    /** Every record of the installation; what is broken is named by its code where the officer may know of the case. */
    AuditVerification verify() {
        List<BrokenChain> broken = Sql.of(
                        em, "select b.chain_id, b.first_broken, audit_code(b.chain_id) from audit_broken() b")
                .rows(row -> new BrokenChain(row.uuid(0), row.count(1), Optional.ofNullable(row.text(2))));
        return Sql.of(em, "select chains, events from audit_extent()")
                .first(row -> new AuditVerification(row.count(0), row.count(1), broken))
                .orElseThrow(Refusal::notThere);
    }

    /** Empty where the officer may not know of the case. */
    Optional<ChainVerification> verify(CaseId caseId, String code) {
        return Sql.of(em, "select events, first_broken from audit_case_verified(:case)")
                .with("case", caseId.value())
                .first(row -> new ChainVerification(
                        code, row.count(0), row.has(1) ? Optional.of(row.count(1)) : Optional.empty()));
    }
}
