package org.alongside.disclosure;

import java.util.List;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.shared.OrganisationId;

/**
 * Under which exceptions something may be told of her, and what is to be thought of.
 *
 * @param exceptions those that fit her
 * @param keptBack what she keeps from whom: told to them only where the exception overrides her word
 * @param excludedRelations codes of excluded_relation: those who must never learn of it
 */
public record DisclosureRules(List<Ground> exceptions, List<KeptBack> keptBack, Set<String> excludedRelations) {
    /**
     * An exception.
     *
     * @param code of disclosure_exception
     * @param desks who agrees, codes of user_role, in their order
     * @param telling when she is told, code of disclosure_telling
     * @param childOnly whether it is for children alone
     * @param needsOrder whether it rests on a court's order
     * @param asksGuardian whether her guardian is asked, too
     * @param categories the most that may be told
     */
    public record Ground(
            String code,
            List<String> desks,
            String telling,
            boolean childOnly,
            boolean needsOrder,
            boolean asksGuardian,
            Set<Category> categories) {}

    /** What she keeps from one partner. */
    public record KeptBack(OrganisationId organisation, String name, Set<Category> categories) {}
}
