package org.alongside.consent;

import jakarta.validation.constraints.NotNull;
import org.alongside.access.Category;
import org.alongside.code.CodeOf;

/**
 * What she keeps back in the same breath in which she agrees to something else.
 *
 * @param part code of exclusion_part: WHOLE, or BEYOND_MINIMUM where the kind has a minimum subset
 */
public record Withheld(
        @NotNull Category category,
        @NotNull @CodeOf("exclusion_part") String part) {}
