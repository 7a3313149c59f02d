package org.alongside.proceeding;

import java.time.Duration;

/** Port to the decision table legal-warnings that staff own, as it stands now; a deadline that runs keeps the times it began with. */
public interface DeadlineTimes {
    /** @param kind DEADLINE, PERMIT or MANDATE */
    Warnings of(String kind);

    /**
     * When is warned of a last day.
     *
     * @param askBefore how long before it her lawyer is asked
     * @param remindBefore how long before it they are reminded
     * @param supervisorBefore how long before it their supervisor is asked
     */
    record Warnings(Duration askBefore, Duration remindBefore, Duration supervisorBefore) {}
}
