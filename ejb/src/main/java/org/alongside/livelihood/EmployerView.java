package org.alongside.livelihood;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An employer of one's own house; no survivor stands in it.
 *
 * @param newest the newest check, which counts
 * @param counts whether it says that work there is safe, and is not too old
 */
public record EmployerView(UUID id, String name, Optional<EmployerChecked> newest, boolean counts) {
    /**
     * What came of looking at an employer.
     *
     * @param by name of who looked
     * @param against codes of employer_check_item
     * @param result code of employer_check_result
     * @param words or null
     */
    public record EmployerChecked(
            String by, LocalDate on, LocalDate countsUntil, List<String> against, String result, String words) {}
}
