package org.alongside.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of what must be so before a case is closed (DOMAIN 8.9), with the fact that says so.
 *
 * @param code code of closing_criterion
 * @param state code of criterion_state: met; open, so that a reason overrides it; to be ended first; said in the proposal; or the second
 *     person's to say
 * @param asOf of which day the fact is, where it has one
 * @param against what stands against it
 */
public record ClosingCriterion(String code, String state, Optional<LocalDate> asOf, List<ClosingObstacle> against) {
    public boolean open() {
        return !against.isEmpty();
    }
}
