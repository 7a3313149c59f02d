package org.alongside.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.alongside.shared.Clock;

/**
 * Says when, in the words, the zone and the calendar of the person who reads; digits are Western in every language.
 * Takes an Instant, or a LocalDate for a whole day; nothing given, nothing said.
 */
@Named
@RequestScoped
public class Dates {
    private static final int DAYS_SAID_AS_DAYS = 60;

    private InstantSource clock = InstantSource.system();
    private Locale locale = Locale.ENGLISH;
    private ZoneId zone = Language.HOME;
    private Text text;

    protected Dates() {}

    @Inject
    Dates(Language language, Text text) {
        this(Clock.get(), language.getLocale(), language.getZone(), text);
    }

    Dates(InstantSource clock, Locale locale, ZoneId zone, Text text) {
        this.clock = clock;
        this.locale = locale;
        this.zone = zone;
        this.text = text;
    }

    public Instant getNow() {
        return clock.instant();
    }

    /** Now, to the minute, by the reader's clock: what a form begins with that asks when. */
    public LocalDateTime getMinute() {
        return here(getNow()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /** What the reader typed by their own clock; null for null. */
    public Instant instant(LocalDateTime typed) {
        return typed == null ? null : typed.atZone(zone).toInstant();
    }

    /** "Thursday 19 November, 14:10". */
    public String getToday() {
        return format("time.pattern.today", here(getNow()));
    }

    /** "in 50 minutes", "tomorrow", "3 days ago". */
    public String relative(TemporalAccessor when) {
        if (when == null) {
            return "";
        }
        if (when instanceof Instant instant) {
            long minutes = ChronoUnit.MINUTES.between(getNow(), instant);
            boolean near = Math.abs(minutes) < 12 * 60 || date(when).equals(date(getNow()));
            if (near) {
                return minutes == 0 ? text.get("time.now") : inOrAgo(minutes);
            }
        }
        return relativeDay(ChronoUnit.DAYS.between(date(getNow()), date(when)));
    }

    /** "Tue 24 Nov, 10:00", with the year where it is not this one. */
    public String absolute(TemporalAccessor when) {
        return when instanceof Instant instant
                ? text.of("time.dayAndTime", day(when), format("time.pattern.time", here(instant)))
                : day(when);
    }

    /**
     * The day alone where a moment is exactly its beginning, by the reader's clock or as programs write days, in UTC: what was said as a
     * day has no hour.
     */
    public TemporalAccessor asSaid(Instant when) {
        for (ZoneId one : List.of(zone, ZoneOffset.UTC)) {
            ZonedDateTime there = when.atZone(one);
            if (there.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                return there.toLocalDate();
            }
        }
        return when;
    }

    /** "yesterday, 15:00", "today, 09:10", else day and time. */
    public String near(Instant when) {
        if (when == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(date(getNow()), date(when));
        return Math.abs(days) > 1 ? absolute(when) : text.of("time.dayAndTime", relativeDay(days), time(when));
    }

    /** "Tue 24 Nov", with the year where it is not this one. */
    public String day(TemporalAccessor when) {
        if (when == null) {
            return "";
        }
        boolean thisYear = date(when).getYear() == date(getNow()).getYear();
        return format(thisYear ? "time.pattern.day" : "time.pattern.dayAndYear", date(when));
    }

    /** The last day on which something holds that ends at a moment: what ends at midnight held until the day before. */
    public String lastDay(Instant end) {
        return end == null ? "" : day(end.minusMillis(1));
    }

    /** "March 2026". */
    public String month(TemporalAccessor when) {
        return when == null ? "" : format("time.pattern.monthAndYear", date(when));
    }

    /** "14:09". */
    public String time(Instant when) {
        return when == null ? "" : format("time.pattern.time", here(when));
    }

    /** By when, beside a clock: "by 16:30" today, "tomorrow, 10:00", else the day; what ends with a day has that day and no hour. */
    public String by(Instant due) {
        if (due == null) {
            return "";
        }
        if (here(due).toLocalTime().equals(LocalTime.MIDNIGHT)) {
            LocalDate last = date(due).minusDays(1);
            long days = ChronoUnit.DAYS.between(date(getNow()), last);
            return Math.abs(days) > 1 ? day(last) : relativeDay(days);
        }
        if (date(due).equals(date(getNow()))) {
            return text.of("time.by", time(due));
        }
        return near(due);
    }

    /** Weekday, number and month apart, for the leaf of a calendar: "Tue", "24", "Nov". */
    public String part(TemporalAccessor when, String part) {
        return format("time.pattern." + part, date(when));
    }

    /** For the datetime attribute of the time element: ISO 8601, with the offset of the zone where it is an instant. */
    public String machine(TemporalAccessor when) {
        if (when == null) {
            return "";
        }
        return when instanceof Instant instant
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(here(instant).truncatedTo(ChronoUnit.SECONDS))
                : date(when).toString();
    }

    /** How much of the time from start to due is left, in words, as a ring and as a tone. */
    public Countdown countdown(Instant start, Instant due) {
        return Countdown.at(getNow(), start, due, text);
    }

    /** How long, in the largest unit that says it whole: "45 minutes", "3 hours", "2 days". */
    public String span(Duration length) {
        if (length.toMinutes() % 60 != 0) {
            return text.count("time.span.minutes", length.toMinutes());
        }
        boolean days = length.toHours() % 24 == 0 && length.toHours() > 24;
        return text.count(days ? "time.span.days" : "time.span.hours", days ? length.toDays() : length.toHours());
    }

    /** The part of the day to greet in: morning before noon, evening from six. */
    public String getPartOfDay() {
        LocalTime now = here(getNow()).toLocalTime();
        return now.getHour() < 12 ? "morning" : now.getHour() < 18 ? "afternoon" : "evening";
    }

    private String inOrAgo(long minutes) {
        String way = minutes > 0 ? "time.in." : "time.ago.";
        long size = Math.abs(minutes);
        return size < 60 ? text.count(way + "minutes", size) : text.count(way + "hours", Math.round(size / 60.0));
    }

    private String relativeDay(long days) {
        String way = days > 0 ? "time.in." : "time.ago.";
        long size = Math.abs(days);
        if (size <= 1) {
            return text.get(days == 0 ? "time.today" : days > 0 ? "time.tomorrow" : "time.yesterday");
        }
        if (size <= DAYS_SAID_AS_DAYS) {
            return text.count(way + "days", size);
        }
        long months = Math.round(size / 30.44);
        return months < 24 ? text.count(way + "months", months) : text.count(way + "years", Math.round(size / 365.25));
    }

    private String format(String pattern, TemporalAccessor when) {
        return DateTimeFormatter.ofPattern(text.get(pattern), locale).format(when);
    }

    private ZonedDateTime here(Instant instant) {
        return instant.atZone(zone);
    }

    private LocalDate date(TemporalAccessor when) {
        return when instanceof Instant instant ? here(instant).toLocalDate() : LocalDate.from(when);
    }
}
