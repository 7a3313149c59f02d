package org.alongside.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** Where a letter goes: one plain address and no name, so that none stands in it. */
final class Address {
    private static final int LONGEST = 254;

    private Address() {}

    static boolean fits(String text) {
        return parse(text).isPresent();
    }

    /** Empty for what is no single address. */
    static Optional<InternetAddress> parse(String text) {
        boolean plain = text.length() >= 3
                && text.length() <= LONGEST
                && text.chars().noneMatch(letter -> letter <= ' ' || letter == 0x7f || ",;<>".indexOf(letter) >= 0);
        try {
            return plain ? Optional.of(new InternetAddress(text, true)) : Optional.empty();
        } catch (AddressException none) {
            return Optional.empty();
        }
    }
}
