package org.alongside.healthcare;

import java.time.Duration;

/** Port to the decision table of care that cannot wait (DL17, DL18), as it stands now; running clocks keep what they began with. */
public interface HealthWindows {
    /** @param kind code of health_window */
    HealthWindow of(String kind);

    /**
     * One row of the table.
     *
     * @param supervisorAfter from when it was recorded until a supervisor is asked
     * @param careWithin from the exposure until it is too late
     */
    record HealthWindow(Duration supervisorAfter, Duration careWithin) {}
}
