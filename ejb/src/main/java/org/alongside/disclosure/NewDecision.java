package org.alongside.disclosure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * What the second person says.
 *
 * @param answer code of disclosure_answer
 * @param words if no: why
 */
public record NewDecision(
        @NotNull @CodeOf("disclosure_answer") String answer,
        @Size(max = 500) String words) {
    boolean agrees() {
        return "AGREE".equals(answer);
    }
}
