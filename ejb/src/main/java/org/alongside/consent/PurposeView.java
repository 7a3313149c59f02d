package org.alongside.consent;

import java.time.Duration;
import java.util.Optional;

/**
 * A purpose that the caller may ask her about, with what she says of it today.
 *
 * @param purpose code of consent_purpose
 * @param longest the longest period of one yes, in exact time (a day is 24 hours)
 * @param recipients NONE; ORGANISATION: named by a release each; NAMED: her yes says to whom or by whom
 * @param today her newest answer; empty: she was not asked
 */
public record PurposeView(String purpose, Duration longest, String recipients, Optional<PurposeAnswerView> today) {}
