/**
 * Formal identification: of one who refuses it, where the law of the jurisdiction asks for it, an adult is notified without identity,
 * proposed here, agreed to and told to her as every other disclosure without consent ({@code disclosure}); what the authority reads has
 * no way back to her. And what was decided of somebody, when she was told, and the time to recover and think that begins with it, as who
 * leads writes it down: presumed until decided, and nothing in help asks for it. Referring her to the authority is {@code referral}'s.
 * Called by pages and the API; {@code workflows} observes its events.
 */
package org.alongside.identification;
