package org.alongside.proceeding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.Check;

/** What a matter must be like, told field by field. */
final class MatterRules {
    private static final int LONGEST_AHEAD_IN_YEARS = 10;
    private static final String CLOSED = "CLOSED";

    private final Codes codes;
    private final Instant now;
    private final LocalDate today;

    MatterRules(Codes codes, Instant now, LocalDate today) {
        this.codes = codes;
        this.now = now;
        this.today = today;
    }

    /**
     * Refuses with every reason.
     *
     * @param hearingBefore when its hearing was until now, which may be past and stay; or null
     * @param deadlineBefore its deadline until now, which may be past and stay; or null
     */
    void matter(NewMatter matter, Instant hearingBefore, LocalDate deadlineBefore) {
        Check check = new Check();
        Fields fields = new Fields(codes, check).check(matter, "");
        Instant at = null;
        if (matter.hearing() != null) {
            fields.check(matter.hearing(), "hearing");
            at = matter.hearing().at();
        }
        LocalDate deadline = matter.deadlineOn();
        check.that(at == null || at.equals(hearingBefore) || at.isAfter(now), "hearing.at", "in-the-past")
                .that(
                        at == null || !at.isAfter(farthest().atStartOfDay().toInstant(ZoneOffset.UTC)),
                        "hearing.at",
                        "too-far-ahead",
                        LONGEST_AHEAD_IN_YEARS)
                .that(
                        deadline == null || deadline.equals(deadlineBefore) || !deadline.isBefore(today),
                        "deadlineOn",
                        "in-the-past")
                .that(
                        deadline == null || !deadline.isAfter(farthest()),
                        "deadlineOn",
                        "too-far-ahead",
                        LONGEST_AHEAD_IN_YEARS)
                .that(matter.hearing() != null || matter.needs().isEmpty(), "needs", "needs-a-hearing")
                .that(
                        !CLOSED.equals(matter.stage()) || matter.hearing() == null && deadline == null,
                        "stage",
                        "closed-has-no-date")
                .orRefuse();
    }

    private LocalDate farthest() {
        return today.plusYears(LONGEST_AHEAD_IN_YEARS);
    }

    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
