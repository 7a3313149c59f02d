/**
 * Formal identification by the competent authority, so far of one who refuses it: where the law of the jurisdiction asks for it, an
 * adult is notified without identity. Proposed here, agreed to and told to her as every other disclosure without consent
 * ({@code disclosure}); what the authority reads has no way back to her. Not referring her to the authority with her agreement, nor
 * its decisions. Called by pages and the API; {@code workflows} observes its events.
 */
package org.alongside.identification;
