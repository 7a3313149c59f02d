package org.alongside.identification;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * That the authority be notified of an adult who refuses to be identified.
 *
 * @param leftOut codes of notified_fact: what would single her out, or is wrong
 * @param words for the second person only, never for the authority; without names
 */
public record NewNotification(
        @CodeOf("notified_fact") List<String> leftOut,
        @Size(max = 1000) String words) {
    public NewNotification {
        leftOut = leftOut == null ? List.of() : leftOut;
    }
}
