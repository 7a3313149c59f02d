package org.alongside.housing;

import java.time.Instant;

/**
 * Something that was done about a placement, and nothing of what was said.
 *
 * @param step code of follow_step
 * @param organisationName whose worker did it
 */
public record DoneStep(String step, Instant at, String organisationName) {}
