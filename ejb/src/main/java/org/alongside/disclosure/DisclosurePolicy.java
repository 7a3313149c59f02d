package org.alongside.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.Reason;

/**
 * Nobody agrees to what they proposed (DOMAIN 0, rule 12). A disclosure is there for those who lead the case, for data protection of
 * the lead, and for the lawyer whose turn it is to agree or who did; only the desk whose turn it is decides.
 */
@ApplicationScoped
class DisclosurePolicy implements Policy<DisclosureId> {
    @Inject
    Disclosures disclosures;

    @Inject
    CasePolicy cases;

    @Override
    public Class<DisclosureId> subject() {
        return DisclosureId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, DisclosureId id) {
        return disclosures
                .standing(id)
                .flatMap(how -> "LEAD".equals(how)
                        ? cases.standing(caller, disclosures.caseOf(id))
                                .map(open -> new Standing(open.caseId(), id.value(), open.basis(), open.openness()))
                        : Optional.of(
                                new Standing(Optional.of(disclosures.caseOf(id)), id.value(), how, Optional.empty())));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, DisclosureId id, Standing standing) {
        if (permission != Permission.DECIDE_DISCLOSURE) {
            return List.of();
        }
        Disclosures.Known known = disclosures.require(id, caller);
        if (known.view().state() != DisclosureState.PROPOSED || known.view().decidable()) {
            return List.of();
        }
        return List.of(
                Reason.of(known.proposedBy().equals(caller.worker()) ? "own-request" : "disclosure-not-your-turn"));
    }
}
