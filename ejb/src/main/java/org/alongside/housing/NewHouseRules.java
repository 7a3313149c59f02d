package org.alongside.housing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * A new version of the rules of a house, whole.
 *
 * @param texts one for each language in which it is written
 * @param basedOn the version that whoever writes had before them; 0: there was none; null: not asked
 */
public record NewHouseRules(@NotNull List<NewRulesText> texts, Integer basedOn) {
    public NewHouseRules {
        texts = texts == null ? List.of() : List.copyOf(texts);
    }

    /** The rules in one language; nobody's name, and never where the house is. */
    public record NewRulesText(
            @NotNull @CodeOf("language") String language,
            @NotNull @Size(max = 6000) String words) {}

    /**
     * That she was told the rules anew.
     *
     * @param version which version
     * @param toldIn in which language she was told
     */
    public record NewRulesTold(
            @NotNull Integer version,
            @NotNull @CodeOf("language") String toldIn) {}
}
