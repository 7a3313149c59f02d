package org.alongside.web.frame;

import java.time.Duration;
import java.time.Instant;

/**
 * How much time is left until something is due.
 *
 * @param words "50 minutes left", "2 h over"
 * @param share how much of the whole time is left, 0 to 100; 100 when it is over, so that the ring is full
 * @param tone info, soon, danger, or now when it is over
 */
public record Countdown(String words, int share, String tone) {
    private static final Duration SHORT = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    /** Without a start, the last day counts as soon and the last hour as danger. */
    static Countdown at(Instant now, Instant start, Instant due, Text text) {
        Duration left = Duration.between(now, due);
        if (left.isNegative() || left.isZero()) {
            return new Countdown(words("time.over.", left.negated(), text), 100, "now");
        }
        if (start == null || !start.isBefore(due)) {
            String tone = left.compareTo(SHORT) <= 0 ? "danger" : left.compareTo(A_DAY) <= 0 ? "soon" : "info";
            return new Countdown(words("time.left.", left, text), 100, tone);
        }
        double whole = Duration.between(start, due).toMillis();
        int share = (int) Math.max(1, Math.min(100, Math.round(100 * left.toMillis() / whole)));
        return new Countdown(
                words("time.left.", left, text), share, share <= 30 ? "danger" : share <= 50 ? "soon" : "info");
    }

    private static String words(String way, Duration time, Text text) {
        if (time.toHours() >= 48) {
            return text.count(way + "days", time.toDays());
        }
        if (time.toHours() >= 3) {
            return text.count(way + "hours", time.toHours());
        }
        if (time.toHours() >= 1) {
            return time.toMinutesPart() == 0
                    ? text.count(way + "hours", time.toHours())
                    : text.of(way + "hoursAndMinutes", time.toHours(), time.toMinutesPart());
        }
        return text.count(way + "minutes", Math.max(1, time.toMinutes()));
    }
}
