package org.alongside.casefile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whom somebody looks for.
 *
 * @param words parts of the name she uses or of her legal name, in any script and order; each must be found
 * @param cursor where to go on, or null for the first rows
 */
public record NameSearch(@NotNull @Size(max = 80) String words, String cursor) {
    /** Without the words, which are nobody's to read. */
    @Override
    public String toString() {
        return "NameSearch";
    }
}
