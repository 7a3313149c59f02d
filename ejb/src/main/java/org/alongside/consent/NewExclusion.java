package org.alongside.consent;

import jakarta.validation.constraints.NotNull;
import org.alongside.access.Category;
import org.alongside.code.CodeOf;
import org.alongside.shared.OrganisationId;

/**
 * What she keeps from one organisation.
 *
 * @param category the kind of information
 * @param part code of exclusion_part: WHOLE, or BEYOND_MINIMUM where the kind has a minimum subset
 */
public record NewExclusion(
        @NotNull OrganisationId recipient,
        @NotNull Category category,
        @NotNull @CodeOf("exclusion_part") String part) {}
