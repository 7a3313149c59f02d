package org.alongside.followup;

import java.time.Duration;
import java.util.List;

/** Port to the decision table follow-up-times that staff own (DL33), as it stands now; running clocks keep what they began with. */
public interface FollowUpTimes {
    /** The times at which she is asked, the first first. */
    List<FollowUpTime> all();

    /** The row of one time. */
    default FollowUpTime of(String point) {
        return all().stream()
                .filter(one -> one.point().equals(point))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One row of the table.
     *
     * @param point code of followup_interval
     * @param askAfter from closing until she is asked
     * @param doneWithin from then until somebody asked her, or tried in vain
     * @param offerWithin from a worrying answer until opening the file again was offered
     */
    record FollowUpTime(String point, Duration askAfter, Duration doneWithin, Duration offerWithin) {}
}
