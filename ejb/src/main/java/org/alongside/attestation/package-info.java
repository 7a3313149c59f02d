/**
 * What follows a withdrawal at those who had got something: each holder is asked to attest return or destruction by a deadline, and
 * her file says what had been shared already. Not here: consents and the closing of grants, which are done before anybody is asked.
 * It observes {@link org.alongside.consent.SharingEnded}; called by pages and the API; {@code workflows} observes its events.
 */
package org.alongside.attestation;
