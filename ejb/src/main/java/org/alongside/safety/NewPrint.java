package org.alongside.safety;

import java.util.List;

/**
 * What she wants on her own copy of her plan.
 *
 * @param parts names of its parts, as {@link NewSafetyPlan} calls them; none: all of it
 * @param neutral whether nothing on it may say who helps her, because it would not be safe to carry
 */
public record NewPrint(List<String> parts, boolean neutral) {
    public NewPrint {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }
}
