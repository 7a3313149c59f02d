/**
 * What the survivor agreed to: with whom, which kinds of information, why, until when; what she says of each purpose; and what she
 * was told of what is hers by right. Help never depends on it.
 * {@code referral} reads {@link org.alongside.consent.Consents} and {@link org.alongside.consent.Exclusions} and observes
 * {@link org.alongside.consent.ConsentWithdrawn}; who consents for a child is asked of {@link org.alongside.guardian.Guardians};
 * what she says of a purpose today is asked of {@link org.alongside.consent.PurposeAnswers} by whoever it concerns, and
 * {@code identification} observes {@link org.alongside.consent.PurposeAnswered};
 * {@code attestation} observes {@link org.alongside.consent.SharingEnded}.
 */
package org.alongside.consent;
