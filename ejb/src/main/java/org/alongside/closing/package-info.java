/**
 * Closing a case and opening it again: what a caseworker proposes, what stands against it, how a supervisor decides, and the
 * episodes that stay. Nothing closes by itself. Not here: the follow-up after closing. Called by pages and the API; the journey
 * reads {@link org.alongside.closing.ClosingJournal}; what she said before of being asked later comes from
 * {@link org.alongside.consent.PurposeAnswers}; {@code workflows} observes its events.
 */
package org.alongside.closing;
