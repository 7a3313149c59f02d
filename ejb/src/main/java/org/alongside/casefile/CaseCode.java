package org.alongside.casefile;

import java.security.SecureRandom;

/** The code by which a case is spoken of: random, without meaning, without letters that are misread, like K7-4QXM. */
final class CaseCode {
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseCode() {}

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
