package org.alongside.safety;

import java.util.List;

/**
 * Her own copy of her safety plan: what she wants on it, in her words.
 *
 * @param neutral whether nothing on it says who helps her and what it is: no organisation, no file, no words of ours
 * @param parts what she wants on it, never empty
 */
public record PrintedSafetyPlan(boolean neutral, List<Part> parts) {

    /** @param name of the part, as {@link NewSafetyPlan} calls it */
    public record Part(String name, String words) {}
}
