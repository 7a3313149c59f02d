package org.alongside.proceeding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;

/**
 * Hearings and last days of the caller's people, by their day.
 *
 * @param fromOn the first day, in the caller's zone
 * @param untilOn the day after the last
 * @param lines in their order
 * @param whole whether these are all; otherwise only the first of them
 */
public record LegalCalendar(LocalDate fromOn, LocalDate untilOn, List<Line> lines, boolean whole) {
    /**
     * A line of it: by its code alone, no name and no word of what it is about.
     *
     * @param kind HEARING, DEADLINE or PERMIT
     * @param on its day: of a hearing in the caller's zone, of a last day where the court is
     * @param at when a hearing begins
     * @param place what kind of place, code of hearing_place
     * @param missing what she needs there and nobody does, codes of hearing_need
     * @param own whether the caller's organisation are her lawyers
     * @param mine whether the caller acts in it
     * @param over whether it was said what became of it
     */
    public record Line(
            String kind,
            UUID id,
            MatterId matter,
            CaseId caseId,
            String code,
            LocalDate on,
            Optional<Instant> at,
            Optional<String> place,
            List<String> missing,
            boolean own,
            boolean mine,
            boolean over) {}
}
