package org.alongside.handover;

/**
 * What of a case is under way and goes over with the lead; counted, never told by hand.
 *
 * @param referrals asked for, waited for or helped under
 * @param searches declined or run out, and nobody looked for the next provider
 * @param steps of her plan that are not done
 * @param hearings and legal deadlines that are still to come
 * @param drafts of the reader's own about the case: they stay with their author
 */
public record OpenWork(int referrals, int searches, int steps, int hearings, int drafts) {}
