package org.alongside.housing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.FacilityId;

/**
 * The rules of a house as they are now.
 *
 * @param codeName name of the house that says nothing of where it is
 * @param version which one it is, from 1 on; 0: none was written yet
 * @param writtenBy name of who wrote it
 * @param texts one for each language in which it was written, in the order of their codes
 */
public record HouseRulesView(
        FacilityId house,
        String codeName,
        int version,
        Optional<Instant> writtenAt,
        Optional<String> writtenBy,
        List<RulesText> texts) {
    private static final String SPOKEN_BY_MANY = "eng";

    /** The rules in one language, code of language. */
    public record RulesText(String language, String words) {}

    /** The text to read to somebody who speaks this language: hers, else English, else whichever there is. */
    public Optional<RulesText> textFor(String language) {
        return in(language).or(() -> in(SPOKEN_BY_MANY)).or(() -> texts.stream().findFirst());
    }

    private Optional<RulesText> in(String language) {
        return texts.stream().filter(text -> text.language().equals(language)).findFirst();
    }
}
