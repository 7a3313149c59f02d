package org.alongside.counselling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.SupervisionId;
import org.alongside.shared.WarningId;
import org.alongside.shared.WorkerId;

/**
 * How much the counsellors of a house carry, as numbers: for who looks after them all of them, for a counsellor their own and of whom they supervise.
 *
 * @param monday the first day of the week that is counted
 * @param mostCases persons at one time, before somebody looks at it
 * @param mostSessions sessions in a week, likewise
 * @param meetEvery every how many days a counsellor and who supervises them meet
 * @param names whether the reader names who supervises whom
 * @param warnings those that nobody has looked at
 */
public record CaseloadView(
        LocalDate monday,
        int mostCases,
        int mostSessions,
        long meetEvery,
        boolean names,
        List<Carried> counsellors,
        List<Warning> warnings) {

    /**
     * @param unsaid hours that are over of which it is not said who came
     * @param supervision that somebody supervises them
     * @param lastMet when those two met last
     * @param meets whether the reader can say that they met
     */
    public record Carried(
            WorkerId id,
            String name,
            int openCases,
            int sessions,
            int unsaid,
            Optional<SupervisionId> supervision,
            Optional<String> supervisor,
            Optional<LocalDate> lastMet,
            boolean meets) {}

    /** That somebody carries more than the limit: how much it was. */
    public record Warning(WarningId id, WorkerId counsellor, String name, int openCases, int sessions, boolean own) {}
}
