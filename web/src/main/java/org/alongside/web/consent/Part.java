package org.alongside.web.consent;

import java.util.Arrays;
import java.util.Locale;

/** The parts of a conversation purpose by purpose, in the order of DOMAIN 7.1. */
public enum Part {
    START,
    ASK,
    READ,
    HOW,
    DONE;

    /** The part that an address names, the first one where it names none. */
    static Part of(String name) {
        return Arrays.stream(values())
                .filter(part -> part.getPage().equals(name))
                .findFirst()
                .orElse(START);
    }

    /** From 1. */
    public int getNumber() {
        return ordinal() + 1;
    }

    /** Name of the file with its questions. */
    public String getPage() {
        return name().toLowerCase(Locale.ROOT);
    }
}
