package org.alongside.proceeding;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * When a court works, and so on which day a time that it gives is over. Reckons in days of the court's own zone and knows no hour,
 * so that clocks which are changed change nothing. The day of the event itself is not counted.
 *
 * @param rest on which days of the week it does not work
 * @param holidays on which other days it does not
 * @param terms in which time stands still, for what says so
 */
record CourtCalendar(Set<DayOfWeek> rest, Set<LocalDate> holidays, List<Term> terms) {
    /** Longer than any time that a court gives, with all its terms and holidays. */
    private static final int MOST_DAYS = 400_000;

    /** From its first to its last day. */
    record Term(LocalDate fromOn, LocalDate untilOn) {
        boolean has(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(untilOn);
        }
    }

    /** In what a time is counted. */
    enum Unit {
        DAYS,
        WORKING_DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }

    /**
     * How long an event gives.
     *
     * @param rolls whether a last day on which the court rests becomes the next on which it works
     * @param standsStill whether the time stands still in terms
     */
    record Rule(int amount, Unit unit, boolean rolls, boolean standsStill) {}

    boolean works(LocalDate day) {
        return !rest.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    private boolean still(LocalDate day) {
        return terms.stream().anyMatch(term -> term.has(day));
    }

    /** The last day. */
    LocalDate last(LocalDate event, Rule rule) {
        LocalDate last =
                switch (rule.unit()) {
                    case DAYS -> counted(event, rule.amount(), rule);
                    case WEEKS -> counted(event, Math.multiplyExact(rule.amount(), 7), rule);
                    case WORKING_DAYS -> counted(event, rule.amount(), rule);
                    case MONTHS -> prolonged(event, event.plusMonths(rule.amount()), rule);
                    case YEARS -> prolonged(event, event.plusYears(rule.amount()), rule);
                };
        for (int at = 0; at < MOST_DAYS && rule.rolls() && rests(last, rule); at++) {
            last = last.plusDays(1);
        }
        return last;
    }

    private boolean rests(LocalDate day, Rule rule) {
        return !works(day) || rule.standsStill() && still(day);
    }

    private LocalDate counted(LocalDate event, int days, Rule rule) {
        LocalDate day = event;
        int left = days;
        for (int at = 0; at < MOST_DAYS && left > 0; at++) {
            day = day.plusDays(1);
            boolean counts = (rule.unit() != Unit.WORKING_DAYS || works(day)) && !(rule.standsStill() && still(day));
            left -= counts ? 1 : 0;
        }
        return day;
    }

    /** Months and years by the calendar, and as many days more as time stood still in them. */
    private LocalDate prolonged(LocalDate event, LocalDate plain, Rule rule) {
        LocalDate last = plain;
        if (rule.standsStill()) {
            int owed = 0;
            for (LocalDate day = event.plusDays(1); !day.isAfter(plain); day = day.plusDays(1)) {
                owed += still(day) ? 1 : 0;
            }
            for (int at = 0; at < MOST_DAYS && owed > 0; at++) {
                last = last.plusDays(1);
                owed -= still(last) ? 0 : 1;
            }
        }
        return last;
    }
}
