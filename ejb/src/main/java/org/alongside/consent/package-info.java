/**
 * What the survivor agreed to: with whom, which kinds of information, why, until when. Help never depends on it.
 * {@code referral} reads {@link org.alongside.consent.Consents} and {@link org.alongside.consent.Exclusions} and observes
 * {@link org.alongside.consent.ConsentWithdrawn}; who consents for a child is asked of {@link org.alongside.guardian.Guardians};
 * {@code attestation} observes {@link org.alongside.consent.SharingEnded}.
 */
package org.alongside.consent;
