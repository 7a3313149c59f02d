package org.alongside.shared;

import java.time.Duration;

/** The one clock was moved forward; whoever keeps a copy of it follows. */
public record ClockMoved(Duration ahead) {}
