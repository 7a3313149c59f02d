package org.alongside.casefile;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The code by which a case is spoken of: random, without meaning, without letters that are misread, like K7-4QXM9P. */
final class CaseCode {
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{2}-[0-9A-Z]{6}");

    private CaseCode() {}

    /** Whether a text has the form of a code; others are not looked up. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static String next() {
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
