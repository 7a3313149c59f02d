package org.alongside.counselling;

import java.time.Duration;
import java.time.Instant;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.Check;

/** What holds between the fields of an hour that is planned. */
final class SessionRules {
    private static final int SHORTEST = 5;

    private final Codes codes;
    private final Instant now;
    private final Duration longest;
    private final Duration late;

    /**
     * @param longest how long a session is at most
     * @param late how long ago it may have been, for what was not planned
     */
    SessionRules(Codes codes, Instant now, Duration longest, Duration late) {
        this.codes = codes;
        this.now = now;
        this.longest = longest;
        this.late = late;
    }

    Check check(Record handedIn, Instant startsAt, Integer minutes) {
        Check check = new Check();
        new Fields(codes, check).check(handedIn, "");
        if (minutes != null) {
            check.that(
                    minutes >= SHORTEST && minutes <= longest.toMinutes(),
                    "minutes",
                    "minutes-range",
                    SHORTEST,
                    longest.toMinutes());
        }
        if (startsAt != null) {
            check.that(!startsAt.isBefore(now.minus(late)), "startsAt", "longer-ago-than-days", late.toDays());
            check.that(startsAt.isBefore(now.plus(Duration.ofDays(366))), "startsAt", "more-than-a-year-ahead");
        }
        return check;
    }
}
