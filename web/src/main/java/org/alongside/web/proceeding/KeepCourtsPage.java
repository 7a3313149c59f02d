package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.proceeding.CourtCalendarService;
import org.alongside.proceeding.NewCourtCalendar;
import org.alongside.proceeding.NewCourtCalendar.CourtCalendarView;
import org.alongside.proceeding.NewCourtCalendar.CourtDay;
import org.alongside.proceeding.NewCourtCalendar.CourtRule;
import org.alongside.proceeding.NewCourtCalendar.CourtTerm;
import org.alongside.shared.Ids;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.StaleEdit;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** The calendars of courts, by which deadlines are reckoned: all of the house, and one that is written. */
@Named
@RequestScoped
public class KeepCourtsPage {
    private static final int MOST_TIME = 1_000;
    private static final String LIST = "/proceeding/courts.xhtml?faces-redirect=true";

    @EJB
    private CourtCalendarService courts;

    @Inject
    private StaleEdit edit;

    @Inject
    private CodeWords codes;

    @Inject
    private Language language;

    @Inject
    private Act act;

    /** The calendar that is changed; null: a new one. */
    @Inject
    @Param
    private String calendar;

    private Answers answers;

    public List<CourtCalendarView> getCalendars() {
        return courts.list();
    }

    /** The days of a week by their numbers, Monday first. */
    public List<String> getWeekdays() {
        return Stream.of(DayOfWeek.values())
                .map(day -> String.valueOf(day.getValue()))
                .toList();
    }

    /** The name of one of them, in the language of the page. */
    public String weekday(String number) {
        return DayOfWeek.of(Integer.parseInt(number)).getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
    }

    /** Asks before the form is drawn: who may not keep calendars is told so. */
    public String begin() {
        getCalendars();
        return null;
    }

    public boolean isNew() {
        return calendar == null;
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = calendar == null ? first() : present();
        }
        return answers;
    }

    private Answers first() {
        Answers first = new Answers();
        first.put("zone", language.getZone().getId());
        return first;
    }

    private Answers present() {
        UUID id = Ids.parse(calendar);
        CourtCalendarView there = courts.list().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        NewCourtCalendar now = there.calendar();
        Answers present = new Answers();
        present.put("name", now.name());
        present.put("zone", now.zone());
        present.put("restDays", now.restDays().stream().map(String::valueOf).toList());
        present.put(
                "days",
                now.days().stream().map(day -> day.day() + " " + day.name()).collect(Collectors.joining("\n")));
        present.put(
                "terms",
                now.terms().stream()
                        .map(term -> term.fromOn() + " " + term.untilOn())
                        .collect(Collectors.joining("\n")));
        now.rules().forEach(rule -> {
            present.put("amount_" + rule.event(), String.valueOf(rule.amount()));
            present.put("unit_" + rule.event(), rule.unit());
            present.put(
                    "how_" + rule.event(),
                    Stream.of(rule.rolls() ? "rolls" : null, rule.standsStill() ? "still" : null)
                            .filter(Objects::nonNull)
                            .toList());
        });
        return edit.begin(present, there.version());
    }

    public String save() {
        return calendar == null
                ? act.handIn(this::written, courts::add, LIST, "proceeding.toast.court")
                : edit.save(
                        "",
                        version -> courts.change(Ids.parse(calendar), written(), version),
                        LIST,
                        "proceeding.toast.court");
    }

    private NewCourtCalendar written() {
        return new NewCourtCalendar(
                text("name"),
                text("zone"),
                getAnswers().several("restDays").stream().map(Integer::valueOf).toList(),
                lines("days", line -> {
                    String[] parts = line.split("\\s+", 2);
                    return new CourtDay(LocalDate.parse(parts[0]), parts.length > 1 ? parts[1] : parts[0]);
                }),
                lines("terms", line -> {
                    String[] parts = line.split("\\s+", 2);
                    return new CourtTerm(
                            LocalDate.parse(parts[0]), LocalDate.parse(parts.length > 1 ? parts[1] : parts[0]));
                }),
                codes.of("deadline_event").stream()
                        .map(this::rule)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private CourtRule rule(String event) {
        String amount = text("amount_" + event);
        if (amount == null) {
            return null;
        }
        if (!amount.strip().matches("[0-9]{1,4}")
                || Integer.parseInt(amount.strip()) < 1
                || Integer.parseInt(amount.strip()) > MOST_TIME) {
            throw Refusal.invalid("amount_" + event, "count-range", MOST_TIME);
        }
        List<String> how = getAnswers().several("how_" + event);
        return new CourtRule(
                event,
                Integer.valueOf(amount.strip()),
                text("unit_" + event),
                how.contains("rolls"),
                how.contains("still"));
    }

    private <T> List<T> lines(String field, Function<String, T> read) {
        try {
            return getAnswers().text(field).stream()
                    .flatMap(String::lines)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(read)
                    .toList();
        } catch (DateTimeParseException unreadable) {
            throw Refusal.invalid(field, "not-a-line");
        }
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
