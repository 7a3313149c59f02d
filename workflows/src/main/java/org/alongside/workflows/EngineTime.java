package org.alongside.workflows;

import java.time.Instant;
import java.util.Date;

/** Instants as the engine keeps them, in milliseconds. */
final class EngineTime {
    private EngineTime() {}

    /** Never early: a timer that rings a part of a millisecond before its time would find the domain not ready. */
    static Date notBefore(Instant instant) {
        Date date = Date.from(instant);
        return date.toInstant().isBefore(instant) ? new Date(date.getTime() + 1) : date;
    }
}
