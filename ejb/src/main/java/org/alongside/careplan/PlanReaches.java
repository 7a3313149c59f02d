package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Openness;
import org.alongside.consent.ConsentView;
import org.alongside.consent.Consents;
import org.alongside.consent.Exclusions;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;

/** Gathers the facts from which it is reckoned how far a plan is the caller's. */
@ApplicationScoped
class PlanReaches {
    @PersistenceContext
    EntityManager em;

    @Inject
    Consents consents;

    @Inject
    Exclusions exclusions;

    PlanReach of(Caller caller, CaseId caseId, Openness open) {
        boolean leads = open.leads()
                && Sql.of(em, "select lead_told(case_id) from case_file where case_id = :case")
                        .with("case", caseId.value())
                        .first(row -> row.uuid(0))
                        .filter(lead -> lead.equals(caller.organisation().value()))
                        .isPresent();
        boolean agreed = !leads && knowing(caseId, caller).contains(caller.organisation());
        return new PlanReach(open, leads, caller.organisation(), agreed);
    }

    /** The organisations that she lets know her plan now: agreed to, and not kept from them. */
    Set<OrganisationId> knowing(CaseId caseId, Caller caller) {
        Set<OrganisationId> kept = exclusions.whollyKeptFrom(caseId, Category.CARE_PLAN_GOALS);
        return consents.of(caseId, caller.now()).stream()
                .filter(consent -> consent.shares() && consent.categories().contains(Category.CARE_PLAN_GOALS))
                .map(ConsentView::recipient)
                .filter(recipient -> !kept.contains(recipient))
                .collect(Collectors.toSet());
    }
}
