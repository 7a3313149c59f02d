package org.alongside.referral;

import java.time.Instant;

/**
 * By when a sent referral is answered, from the decision table as it stood when it was sent; all in UTC.
 *
 * @param remindAt when the recipient is reminded
 * @param respondBy by when an answer is asked for; the recipient's own supervisor is asked then
 * @param escalateAt when the coordinator is asked to look
 * @param expiresAt when it runs out and the next provider is put in front of the sender
 */
public record AnswerTimes(Instant remindAt, Instant respondBy, Instant escalateAt, Instant expiresAt) {}
