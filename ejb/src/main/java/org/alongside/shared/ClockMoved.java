package org.alongside.shared;

import java.time.Duration;

/** The one clock is moved forward; whoever keeps a copy of it follows once this is committed, and not before. */
public record ClockMoved(Duration ahead) {}
