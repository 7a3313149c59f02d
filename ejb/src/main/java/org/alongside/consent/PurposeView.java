package org.alongside.consent;

import java.util.Optional;

/**
 * A purpose that the caller may ask her about, with what she says of it today.
 *
 * @param purpose code of consent_purpose
 * @param longestDays the longest period of one yes, in days of 24 hours
 * @param recipients NONE; ORGANISATION: named by a release each; NAMED: her yes says to whom or by whom
 * @param today her newest answer; empty: she was not asked
 */
public record PurposeView(String purpose, int longestDays, String recipients, Optional<PurposeAnswerView> today) {
    /** Whether a yes says to whom or by whom. */
    public boolean named() {
        return "NAMED".equals(recipients);
    }

    /** Whether whom she agrees to is named by a release each, so that a yes shares nothing by itself. */
    public boolean released() {
        return "ORGANISATION".equals(recipients);
    }
}
