package org.alongside.closing;

import java.time.Duration;

/** Port to the decision table closing-deadlines that staff own, as it stands now; running clocks keep what they began with. */
public interface ClosingTimes {
    /** Within how long somebody is asked, code of closing_clock. Nothing closes when it is over. */
    Duration within(String step);
}
