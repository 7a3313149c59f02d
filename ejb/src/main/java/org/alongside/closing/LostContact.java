package org.alongside.closing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * When contact counts as lost (closure_reason LOST_CONTACT): looked for by her safe channel on so many days since she was last
 * reached, and over so long since the first of them.
 *
 * @param attempts on how many days at least
 * @param over how long ago the first of them is at least
 */
record LostContact(int attempts, Duration over) {
    boolean reckons(List<Attempt> all, Instant now) {
        return missing(all) == 0 && !since(all).get(0).at().isAfter(now.minus(over));
    }

    /** On how many more days she must be looked for. */
    int missing(List<Attempt> all) {
        long days = since(all).stream()
                .map(attempt -> attempt.at().atZone(ZoneOffset.UTC).toLocalDate())
                .distinct()
                .count();
        return (int) Math.max(0, attempts - days);
    }

    private static List<Attempt> since(List<Attempt> all) {
        Instant reached = all.stream()
                .filter(Attempt::reached)
                .map(Attempt::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return all.stream()
                .filter(attempt ->
                        attempt.safe() && !attempt.reached() && attempt.at().isAfter(reached))
                .sorted(Comparator.comparing(Attempt::at))
                .toList();
    }
}
