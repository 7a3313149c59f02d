package org.alongside.web.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much waits. */
@Schema(name = "WaitingCount", description = "How much waits")
public record Waiting(long waiting) {}
