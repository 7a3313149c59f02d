package org.alongside.courtorder;

import java.time.Duration;

/** Port to the decision table order-times that staff own, as it stands now; an order that runs keeps the times it began with. */
public interface OrderTimes {
    /** @param kind code of court_order_kind */
    Times of(String kind);

    /**
     * @param checkWithin within how long her lawyer looks at it
     * @param supervisorBefore how long before its last day who supervises is asked
     */
    record Times(Duration checkWithin, Duration supervisorBefore) {}
}
