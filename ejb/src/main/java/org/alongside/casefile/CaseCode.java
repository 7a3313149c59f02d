package org.alongside.casefile;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code by which a case is spoken of: random, without meaning, without letters that are misread, like K7-4QXM9P. */
public final class CaseCode {
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{2}-[0-9A-Z]{6}");

    /** Typed without its hyphen; with a figure, so that no name of eight letters is taken for one. */
    private static final Pattern LOOSE = Pattern.compile("(?=.*[0-9])([0-9A-Z]{2})[ \u2010-\u2015]?([0-9A-Z]{6})");

    private CaseCode() {}

    /** Whether a text has the form of a code; others are not looked up. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The code that somebody meant, small letters or not and with or without the hyphen; empty: it is none, a name perhaps. */
    public static Optional<String> read(String text) {
        String signs = text.strip().toUpperCase(Locale.ROOT);
        Matcher loose = LOOSE.matcher(signs);
        return isOne(signs)
                ? Optional.of(signs)
                : loose.matches() ? Optional.of(loose.group(1) + "-" + loose.group(2)) : Optional.empty();
    }

    /** A new code, drawn by chance, with a figure in it, so that {@link #read} knows it without its hyphen, too. */
    static String next() {
        String drawn;
        do {
            drawn = draw();
        } while (drawn.chars().noneMatch(Character::isDigit));
        return drawn;
    }

    private static String draw() {
        StringBuilder code = new StringBuilder();
        for (int at = 0; at < 8; at++) {
            if (at == 2) {
                code.append('-');
            }
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
