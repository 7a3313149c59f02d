package org.alongside.proceeding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.WorkerId;

/**
 * Hearings and last days of the caller's people, by their day.
 *
 * @param fromOn the first day, in the caller's zone
 * @param untilOn the day after the last
 * @param lines in their order
 * @param whole whether these are all; otherwise only the first of them
 * @param lacking what is missing in these days, the most frequent first; also where only those lines were asked for that lack something else
 * @param lackingHearings for how many hearings of these days something is missing
 * @param lawyers by whom of the caller's house the calendar can be read, by name; none where the house has no lawyers
 */
public record LegalCalendar(
        LocalDate fromOn,
        LocalDate untilOn,
        List<Line> lines,
        boolean whole,
        List<Lacking> lacking,
        long lackingHearings,
        List<Lawyer> lawyers) {
    /** What is missing for how many hearings of these days, code of hearing_need. */
    public record Lacking(String need, long hearings) {}

    /** A colleague of the caller's house who acts in matters. */
    public record Lawyer(WorkerId id, String name) {}

    /**
     * A line of it: by its code alone, no name and no word of what it is about.
     *
     * @param number number of the matter in the file
     * @param kind HEARING, DEADLINE or PERMIT
     * @param on its day: of a hearing in the caller's zone, of a last day where the court is
     * @param at when a hearing begins
     * @param place what kind of place, code of hearing_place
     * @param missing what she needs there and nobody does, codes of hearing_need
     * @param own whether the caller's organisation are her lawyers
     * @param mine whether the caller acts in it
     * @param counsel who of the caller's house acts in it, where the caller's organisation are her lawyers
     * @param over whether it was said what became of it
     */
    public record Line(
            String kind,
            UUID id,
            MatterId matter,
            CaseId caseId,
            String code,
            int number,
            LocalDate on,
            Optional<Instant> at,
            Optional<String> place,
            List<String> missing,
            boolean own,
            boolean mine,
            Optional<WorkerId> counsel,
            boolean over) {}
}
