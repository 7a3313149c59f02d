/**
 * What the survivor agreed to: with whom, which kinds of information, why, until when. Help never depends on it.
 * {@code referral} reads {@link org.alongside.consent.Consents} and observes {@link org.alongside.consent.ConsentWithdrawn}.
 */
package org.alongside.consent;
