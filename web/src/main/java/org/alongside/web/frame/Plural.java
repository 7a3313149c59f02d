package org.alongside.web.frame;

import java.util.Locale;

/** Which form of a word a number asks for, after the plural rules of Unicode CLDR for English and Arabic. */
enum Plural {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Plural of(long number, Locale locale) {
        return locale.getLanguage().equals("ar") ? arabic(Math.abs(number)) : number == 1 ? ONE : OTHER;
    }

    private static Plural arabic(long number) {
        if (number <= 2) {
            return values()[(int) number];
        }
        long rest = number % 100;
        return rest >= 3 && rest <= 10 ? FEW : rest >= 11 ? MANY : OTHER;
    }
}
