package org.alongside.proceeding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.proceeding.NewMatter.NewCompensation;
import org.alongside.shared.Check;
import org.alongside.shared.Money;

/** What a matter must be like, told field by field. */
final class MatterRules {
    private static final int LONGEST_AHEAD_IN_YEARS = 10;
    private static final String CLOSED = "CLOSED";
    private static final String FUND = "STATE_COMPENSATION";

    /** Where money is claimed for what was done to her. */
    private static final Set<String> MONEY = Set.of("CIVIL_COMPENSATION", "ADHESION", FUND, "LABOUR_CLAIM");

    /** While nothing was handed in yet. */
    private static final Set<String> BEFORE_FILING =
            Set.of("ADVICE", "CONFLICT_CHECK", "MANDATE_SIGNED", "PREPARATION");

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
                        "closed-has-no-date");
        if (matter.compensation() != null && !matter.compensation().equals(NewCompensation.NOTHING)) {
            fields.check(matter.compensation(), "compensation");
            compensation(check, matter.compensation());
            check.that(
                    matter.track() == null || MONEY.contains(matter.track()), "compensation", "no-compensation-here");
        }
        check.orRefuse();
    }

    private void compensation(Check check, NewCompensation compensation) {
        Money.amount(check, compensation.claimed(), "compensation.claimed", 1);
        Money.amount(check, compensation.ordered(), "compensation.ordered", 0);
        Money.amount(check, compensation.paid(), "compensation.paid", 0);
        Money.amount(check, compensation.most(), "compensation.most", 1);
        boolean said = Stream.of(
                        compensation.claimed(), compensation.ordered(), compensation.paid(), compensation.most())
                .anyMatch(Objects::nonNull);
        Money.currency(check, compensation.currency(), "compensation.currency");
        check.that(!said || compensation.currency() != null, "compensation.currency", "missing")
                .that(
                        notMore(compensation.claimed(), compensation.most()),
                        "compensation.claimed",
                        "more-than-the-most")
                .that(
                        notMore(compensation.ordered(), compensation.most()),
                        "compensation.ordered",
                        "more-than-the-most")
                .that(notMore(compensation.paid(), compensation.ordered()), "compensation.paid", "more-than-ordered")
                .that(notAhead(compensation.freezeAskedOn()), "compensation.freezeAskedOn", "in-the-future")
                .that(notAhead(compensation.finalOn()), "compensation.finalOn", "in-the-future");
    }

    private static boolean notMore(BigDecimal amount, BigDecimal most) {
        return amount == null || most == null || amount.compareTo(most) <= 0;
    }

    private boolean notAhead(LocalDate day) {
        return day == null || !day.isAfter(today);
    }

    /** Whether the time to apply to a fund runs: nothing was handed in yet, and the final act is known. */
    static boolean fundWaits(NewMatter matter) {
        return FUND.equals(matter.track())
                && BEFORE_FILING.contains(matter.stage())
                && matter.compensation() != null
                && matter.compensation().finalOn() != null;
    }

    /**
     * The matter with the deadline that the law gives where none was said; a later one is refused.
     *
     * @param until the last day to apply
     */
    NewMatter within(NewMatter matter, LocalDate until) {
        new Check()
                .that(
                        matter.deadlineOn() == null || !matter.deadlineOn().isAfter(until),
                        "deadlineOn",
                        "later-than-the-law",
                        until)
                .orRefuse();
        return matter.deadlineOn() != null || until.isBefore(today)
                ? matter
                : new NewMatter(
                        matter.track(),
                        matter.stage(),
                        matter.note(),
                        matter.hearing(),
                        matter.needs(),
                        matter.protection(),
                        until,
                        matter.compensation());
    }

    private LocalDate farthest() {
        return today.plusYears(LONGEST_AHEAD_IN_YEARS);
    }

    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
