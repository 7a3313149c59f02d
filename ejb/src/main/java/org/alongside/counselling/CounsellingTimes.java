package org.alongside.counselling;

import java.time.Duration;

/** Port to the tables counselling-times and counselling-limits that staff own, as they stand now; running clocks keep what they began with. */
public interface CounsellingTimes {
    Times times();

    Limits limits();

    /**
     * @param recordWithin from the end of a session until it is said whether she came
     * @param lookWithin from when a counsellor carries too much until their supervisor has looked
     * @param meetAskedAfter from one supervision meeting until both are asked for the next
     * @param meetEvery from one supervision meeting to the next
     */
    record Times(Duration recordWithin, Duration lookWithin, Duration meetAskedAfter, Duration meetEvery) {}

    /**
     * What one counsellor carries at most before somebody looks at it.
     *
     * @param openCases persons at one time
     * @param sessions in a week
     */
    record Limits(int openCases, int sessions) {}
}
