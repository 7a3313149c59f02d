package org.alongside.housing;

import java.time.Instant;

/** Something that was done about a placement, by which organisation's worker, and nothing of what was said. */
public record DoneStep(FollowStep step, Instant at, String organisationName) {}
