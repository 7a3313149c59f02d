package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.proceeding.LegalCalendar;
import org.alongside.proceeding.LegalCalendar.Lawyer;
import org.alongside.proceeding.LegalCalendar.Line;
import org.alongside.proceeding.LegalCalendarService;
import org.alongside.proceeding.LegalCalendarService.CalendarQuery;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** The calendar of hearings and last days by day, week, month or as a list of the days that have one, of the house or of one's own matters. */
@Named
@RequestScoped
public class LegalCalendarPage {
    /** The ways to look at it. */
    private static final List<String> VIEWS = List.of("month", "week", "day", "agenda");

    private static final int A_WEEK = 7;
    /** How many lines stand in a square of the month; the day has all. */
    private static final int IN_A_SQUARE = 3;

    @EJB
    private LegalCalendarService calendars;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    @Inject
    @Param
    private String view;

    /** Any day of what is shown; null: today. */
    @Inject
    @Param
    private String day;

    /** "yes": only matters in which one acts. */
    @Inject
    @Param
    private String mine;

    /** The id of a colleague: only matters in which they act. */
    @Inject
    @Param
    private String counsel;

    /** Only hearings for which that is missing. */
    @Inject
    @Param
    private String lacking;

    private LegalCalendar calendar;

    /** A day of what is shown, with its lines. */
    public record Day(LocalDate on, boolean within, boolean today, List<Line> lines) {
        public List<Line> getFirst() {
            return lines.stream().limit(IN_A_SQUARE).toList();
        }

        public int getMore() {
            return Math.max(0, lines.size() - IN_A_SQUARE);
        }
    }

    public LegalCalendar getCalendar() {
        if (calendar == null) {
            calendar = calendars.between(new CalendarQuery(first(), length(), isMine(), counsel(), lacking()));
        }
        return calendar;
    }

    public List<String> getViews() {
        return VIEWS;
    }

    public String getView() {
        return view != null && VIEWS.contains(view) ? view : VIEWS.get(0);
    }

    public boolean isMine() {
        return "yes".equals(mine);
    }

    /** Whose, the id of a colleague; "": of all, or one's own. */
    public String getCounsel() {
        return isMine() ? "" : Objects.requireNonNullElse(counsel, "");
    }

    private WorkerId counsel() {
        try {
            return getCounsel().isBlank() ? null : WorkerId.of(counsel);
        } catch (IllegalArgumentException none) {
            throw Refusal.notThere();
        }
    }

    /** What only such lines are shown lack; "": all are shown. A link cannot carry null. */
    public String getLacking() {
        return Objects.requireNonNullElse(lacking, "");
    }

    private String lacking() {
        return getLacking().isBlank() ? null : lacking;
    }

    /** The lawyer of the house who acts in it, by name; "" where the reader is not of that house. */
    public String counselOf(Line line) {
        return getCalendar().lawyers().stream()
                .filter(one -> line.counsel().filter(one.id()::equals).isPresent())
                .map(Lawyer::name)
                .findFirst()
                .orElse("");
    }

    public LocalDate getDay() {
        LocalDate said = CalendarQuery.day(day);
        return said == null ? today() : said;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(dates.getNow(), language.getZone());
    }

    private LocalDate first() {
        return switch (getView()) {
            case "month" -> monday(getDay().withDayOfMonth(1));
            case "week" -> monday(getDay());
            default -> getDay();
        };
    }

    private int length() {
        return switch (getView()) {
            case "day" -> 1;
            case "week" -> A_WEEK;
            case "agenda" -> CalendarQuery.LONGEST;
            default ->
                Math.toIntExact(first().datesUntil(
                                monday(getDay().withDayOfMonth(1).plusMonths(1).minusDays(1))
                                        .plusDays(A_WEEK))
                        .count());
        };
    }

    private static LocalDate monday(LocalDate on) {
        return on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Where one goes back and on. */
    public LocalDate getBefore() {
        return step(-1);
    }

    public LocalDate getAfter() {
        return step(1);
    }

    private LocalDate step(int by) {
        return switch (getView()) {
            case "month" -> getDay().withDayOfMonth(1).plusMonths(by);
            case "week" -> getDay().plusWeeks(by);
            case "agenda" -> getDay().plusDays((long) by * CalendarQuery.LONGEST);
            default -> getDay().plusDays(by);
        };
    }

    /** All days of it, in their order. */
    public List<Day> getDays() {
        Map<LocalDate, List<Line>> lines = getCalendar().lines().stream().collect(Collectors.groupingBy(Line::on));
        return first().datesUntil(first().plusDays(length()))
                .map(on -> new Day(
                        on,
                        on.getMonth() == getDay().getMonth(),
                        on.equals(today()),
                        lines.getOrDefault(on, List.of())))
                .toList();
    }

    /** Those that have a line. */
    public List<Day> getFilled() {
        return getDays().stream().filter(one -> !one.lines().isEmpty()).toList();
    }

    /** The weeks of a month. */
    public List<List<Day>> getWeeks() {
        List<Day> days = getDays();
        return IntStream.range(0, days.size() / A_WEEK)
                .mapToObj(at -> days.subList(at * A_WEEK, (at + 1) * A_WEEK))
                .toList();
    }
}
