package org.alongside.reintegration;

import java.time.Duration;

/** Port to the decision table return-deadlines that staff own, as it stands now; running clocks keep what they began with. */
public interface ReturnTimes {
    /** Within how long people are asked for a step, code of return_clock. Nothing happens to her when it is over. */
    Duration within(String step);
}
