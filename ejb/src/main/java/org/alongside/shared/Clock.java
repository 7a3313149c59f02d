package org.alongside.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The one clock of Alongside: Java asks it, the database and the engine are given its instants.
 * It runs with the machine, in UTC, ahead by an offset that only demo and tests may move, and only forward.
 */
public final class Clock implements InstantSource {
    private static final Clock THE_ONE = new Clock();

    private volatile Duration ahead = Duration.ZERO;

    private Clock() {}

    public static Clock get() {
        return THE_ONE;
    }

    /** Now, in microseconds as the database keeps them. */
    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    /** How far this clock is ahead of the machine's. */
    public Duration ahead() {
        return ahead;
    }

    /** Sets how far it is ahead. It never goes back: of two moves that are told in the wrong order the further one stays. */
    public synchronized void setAhead(Duration offset) {
        if (offset.compareTo(ahead) > 0) {
            ahead = offset;
        }
    }
}
