package org.alongside.report;

import java.time.LocalDate;

/** The days whose referrals are looked at, by the day (UTC) on which they were sent; each period ends today. */
public enum Period {
    LAST_30_DAYS,
    LAST_90_DAYS,
    THIS_MONTH,
    THIS_YEAR;

    /** Its first day. */
    public LocalDate from(LocalDate today) {
        return switch (this) {
            case LAST_30_DAYS -> today.minusDays(29);
            case LAST_90_DAYS -> today.minusDays(89);
            case THIS_MONTH -> today.withDayOfMonth(1);
            case THIS_YEAR -> today.withDayOfYear(1);
        };
    }

    /** Whether the same number of days before it can be set beside it. */
    boolean rolls() {
        return this == LAST_30_DAYS || this == LAST_90_DAYS;
    }

    /** Whether it is read from totals of years (Y) or of days (D). */
    String grain() {
        return this == THIS_YEAR ? "Y" : "D";
    }

    /** Whether its deadlines are read from totals of months (M) or of days (D). */
    String deadlineGrain() {
        return this == THIS_YEAR ? "M" : "D";
    }

    /** First day of the stretch of the period in which a day is drawn: its week counted from the first day, or its month. */
    LocalDate stretch(LocalDate day, LocalDate from) {
        return this == THIS_YEAR
                ? day.withDayOfMonth(1)
                : from.plusDays((day.toEpochDay() - from.toEpochDay()) / 7 * 7);
    }

    /** Last day of the stretch that begins then; the last one ends with the period. */
    LocalDate stretchEnd(LocalDate first, LocalDate until) {
        LocalDate end = this == THIS_YEAR ? first.plusMonths(1).minusDays(1) : first.plusDays(6);
        return end.isBefore(until) ? end : until;
    }
}
