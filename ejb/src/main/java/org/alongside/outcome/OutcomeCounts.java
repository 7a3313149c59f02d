package org.alongside.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How many of one's own house stood where on a scale, at each point; each person once a point, as they were measured last
 * among what was written down in one calendar quarter.
 *
 * @param leastTold cells of fewer people are not told
 */
public record OutcomeCounts(Scale scale, LocalDate from, LocalDate until, int leastTold, List<OutcomeCell> cells) {
    /**
     * A cell.
     *
     * @param point code of measure_point
     * @param people empty: too few to be told, or hidden so that what is too few cannot be reckoned
     */
    public record OutcomeCell(String point, int band, Optional<Integer> people) {}
}
