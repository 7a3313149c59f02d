package org.alongside.web.frame;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A worker as the top band shows them.
 *
 * @param name what colleagues call them
 * @param organisation the name of the organisation they act for
 * @param roles codes of {@code user_role.csv}, for example CW
 * @param language the language they chose for their account, if they did
 * @param zone where their day begins and ends
 */
public record Person(String name, String organisation, Set<String> roles, Optional<Locale> language, ZoneId zone) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** First letters of the first and the last word of the name, for the round mark in the band. */
    public String initials() {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
