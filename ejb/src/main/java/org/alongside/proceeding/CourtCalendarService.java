package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.proceeding.NewCourtCalendar.CourtCalendarView;
import org.alongside.proceeding.NewCourtCalendar.CourtRule;
import org.alongside.proceeding.NewCourtCalendar.CourtTerm;
import org.alongside.shared.Check;

/** The door to the calendars of courts, by which deadlines are reckoned: data that the lawyers of a house keep. */
@Stateless
@PermitAll
public class CourtCalendarService {
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int MOST_PARTS = 500;
    private static final int MOST_TIME = 1_000;

    @Inject
    CallerContext callers;

    @Inject
    CourtCalendars calendars;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** Those of the caller's house, by name. */
    @Requires(Permission.READ_COURT_CALENDARS)
    public List<CourtCalendarView> list() {
        return calendars.list();
    }

    /** Writes down when a court works. Refuses {@code calendar-there-already}; what cannot be, by its field. */
    @Requires(Permission.KEEP_COURT_CALENDARS)
    public UUID add(NewCourtCalendar written, String key) {
        check(written);
        Caller caller = callers.caller();
        UUID id = UUID.randomUUID();
        return once.perform(key, "COURT_CALENDAR", written, id, caller).orElseGet(() -> {
            calendars.add(id, written, caller);
            return id;
        });
    }

    /** Writes it anew, as a whole; deadlines that are set already stay as they are. Refuses stale. */
    @Requires(Permission.KEEP_COURT_CALENDARS)
    public void change(UUID calendar, NewCourtCalendar written, int version) {
        check(written);
        calendars.change(calendar, written, version, callers.caller());
    }

    private void check(NewCourtCalendar written) {
        Check check = new Check();
        Fields fields = new Fields(codes, check).check(written, "");
        check.that(
                        written.zone() == null || ZoneId.getAvailableZoneIds().contains(written.zone()),
                        "zone",
                        "unknown-zone")
                .that(
                        written.restDays().stream().allMatch(day -> day >= 1 && day <= DAYS_OF_A_WEEK),
                        "restDays",
                        "unknown-code")
                .that(written.restDays().size() < DAYS_OF_A_WEEK, "restDays", "never-works")
                .that(written.days().size() <= MOST_PARTS, "days", "too-many", MOST_PARTS)
                .that(written.terms().size() <= MOST_PARTS, "terms", "too-many", MOST_PARTS);
        Set<LocalDate> days = new HashSet<>();
        for (int at = 0; at < written.days().size(); at++) {
            fields.check(written.days().get(at), "days." + at);
            check.that(days.add(written.days().get(at).day()), "days." + at + ".day", "chosen-twice");
        }
        Set<LocalDate> begins = new HashSet<>();
        for (int at = 0; at < written.terms().size(); at++) {
            CourtTerm term = written.terms().get(at);
            fields.check(term, "terms." + at);
            check.that(begins.add(term.fromOn()), "terms." + at + ".fromOn", "chosen-twice")
                    .that(
                            term.fromOn() == null
                                    || term.untilOn() == null
                                    || !term.untilOn().isBefore(term.fromOn()),
                            "terms." + at + ".untilOn",
                            "ends-before-it-begins")
                    .that(
                            term.fromOn() == null
                                    || term.untilOn() == null
                                    || term.untilOn().isBefore(term.fromOn().plusYears(1)),
                            "terms." + at + ".untilOn",
                            "term-too-long");
        }
        Set<String> events = new HashSet<>();
        for (int at = 0; at < written.rules().size(); at++) {
            CourtRule rule = written.rules().get(at);
            fields.check(rule, "rules." + at);
            check.that(events.add(rule.event()), "rules." + at + ".event", "chosen-twice")
                    .that(
                            rule.amount() == null || rule.amount() >= 1 && rule.amount() <= MOST_TIME,
                            "rules." + at + ".amount",
                            "count-range",
                            MOST_TIME);
        }
        check.orRefuse();
    }
}
