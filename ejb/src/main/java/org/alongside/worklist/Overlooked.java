package org.alongside.worklist;

import java.time.Instant;
import java.util.UUID;

/**
 * That an organisation leaves something undone, as a coordinator is told: how many, of which kind, since when.
 *
 * @param kind key of the process, never the step
 */
public record Overlooked(UUID id, String organisationName, String kind, int tasks, Instant since) {}
