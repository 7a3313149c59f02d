package org.alongside.outcome;

import java.time.Duration;

/** Port to the decision table measure-times that staff own, as it stands now; a question that is asked keeps the time it began with. */
public interface MeasureTimes {
    /** @param point ENTRY or QUARTER, codes of measure_point */
    MeasureTime of(String point);

    /**
     * One row of the table.
     *
     * @param askAfter from when she came into care, or from when the lead was last asked or heard how she is
     * @param doneWithin from when the lead is asked until she was measured, or did not want to be
     */
    record MeasureTime(Duration askAfter, Duration doneWithin) {}
}
