package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.proceeding.DeadlineView.DeadlineFile;
import org.alongside.proceeding.HearingRecords.OfMatter;
import org.alongside.proceeding.NewCourtCalendar.CourtCalendarView;
import org.alongside.proceeding.NewDeadline.NewDeadlineEnd;
import org.alongside.proceeding.NewDeadline.NewPermit;
import org.alongside.shared.Check;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;

/** The door to the deadlines and permits of a matter: reckoned by the calendar of a court or said, warned of, and ended. */
@Stateless
@PermitAll
public class DeadlineService {
    private static final int LONGEST_AHEAD_IN_YEARS = 50;
    private static final String PERMIT = "PERMIT";

    @Inject
    CallerContext callers;

    @Inject
    DeadlineRecords records;

    @Inject
    HearingRecords matters;

    @Inject
    CourtCalendars calendars;

    @Inject
    Workers workers;

    @Inject
    LawyersMatters whose;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** Those of a matter: the day for those who help her, what it is about for her lawyer. */
    @Requires(Permission.READ_LEGAL)
    public List<DeadlineView> of(MatterId matterId) {
        whose.forThoseWhoHelp(matterId, callers.caller());
        return records.of(matterId);
    }

    /**
     * Sets a deadline. Refuses {@code in-the-past} in the court's zone, {@code later-than-the-law}, {@code event-gives-no-time} where the calendar has no
     * time for the event, {@code matter-closed}, {@code check-first} for a note.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_MATTER)
    public UUID set(MatterId matterId, NewDeadline written, String key) {
        Caller caller = callers.caller();
        Check check = Fields.of(written, codes);
        check.that(written.calendar() == null || written.eventOn() != null, "eventOn", "missing")
                .that(written.calendar() != null || written.dueOn() != null, "dueOn", "missing");
        check.orRefuse();
        OfMatter matter = matters.matter(matterId).open();
        noted(check, matter, written.note()).orRefuse();
        Optional<CourtCalendarView> court = Optional.ofNullable(written.calendar())
                .map(id -> calendars.find(id).orElseThrow(() -> Refusal.invalid("calendar", "unknown-code")));
        ZoneId zone = court.map(one -> CourtCalendars.zone(one.calendar())).orElseGet(() -> workers.zone(caller));
        LocalDate today = LocalDate.ofInstant(caller.now(), zone);
        check.that(written.eventOn() == null || !written.eventOn().isAfter(today), "eventOn", "in-the-future")
                .that(
                        written.eventOn() == null
                                || written.eventOn().isAfter(today.minusYears(LONGEST_AHEAD_IN_YEARS)),
                        "eventOn",
                        "too-long-ago")
                .orRefuse();
        Optional<LocalDate> reckoned = court.map(one -> reckoned(one.calendar(), written));
        LocalDate due = written.dueOn() == null ? reckoned.orElseThrow() : written.dueOn();
        reckoned.ifPresent(last -> check.that(!due.isAfter(last), "dueOn", "later-than-the-law", last));
        day(check, due, today, "dueOn").orRefuse();
        DeadlineFile file = new DeadlineFile(
                Optional.of(written.event()),
                Optional.ofNullable(written.eventOn()),
                reckoned,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(written.note()),
                Optional.empty());
        return add(matterId, matter, "DEADLINE", due, zone, file, null, written, key, caller);
    }

    /** A day says nothing and may be written before the check for conflicts; words of the case may not. */
    private static Check noted(Check check, OfMatter matter, String note) {
        return check.that(matter.checked() || MatterRules.stripped(note) == null, "note", "check-first");
    }

    private static LocalDate reckoned(NewCourtCalendar court, NewDeadline written) {
        return court.rules().stream()
                .filter(rule -> rule.event().equals(written.event()))
                .findFirst()
                .map(rule -> CourtCalendars.of(court)
                        .last(
                                written.eventOn(),
                                new CourtCalendar.Rule(
                                        rule.amount(),
                                        CourtCalendar.Unit.valueOf(rule.unit()),
                                        rule.rolls(),
                                        rule.standsStill())))
                .orElseThrow(() -> Refusal.invalid("event", "event-gives-no-time"));
    }

    /** Writes down a permit, or one that follows on another, which then is renewed. Refuses {@code permit-ends-before-it-begins}, {@code in-the-past}. */
    @Requires(Permission.WRITE_MATTER)
    public UUID permit(MatterId matterId, NewPermit written, String key) {
        Caller caller = callers.caller();
        Check check = Fields.of(written, codes);
        check.that(
                        written.issuedOn() == null
                                || written.expiresOn() == null
                                || !written.expiresOn().isBefore(written.issuedOn()),
                        "expiresOn",
                        "permit-ends-before-it-begins")
                .orRefuse();
        OfMatter matter = matters.matter(matterId).open();
        noted(check, matter, written.note()).orRefuse();
        ZoneId zone = workers.zone(caller);
        day(check, written.expiresOn(), LocalDate.ofInstant(caller.now(), zone), "expiresOn")
                .orRefuse();
        if (written.renews() != null
                && records.of(matterId).stream()
                        .noneMatch(one -> one.id().equals(written.renews()) && PERMIT.equals(one.kind()))) {
            throw Refusal.notThere();
        }
        DeadlineFile file = new DeadlineFile(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(written.permit()),
                Optional.of(written.issuedOn()),
                Optional.ofNullable(written.note()),
                Optional.empty());
        return add(matterId, matter, PERMIT, written.expiresOn(), zone, file, written.renews(), written, key, caller);
    }

    /** How it ended: nobody is asked any more. Refuses {@code ended-already}, and {@code in-the-future} for MISSED before the day has come. */
    @Requires(Permission.WRITE_MATTER)
    public void end(MatterId matterId, UUID deadline, NewDeadlineEnd end) {
        Fields.require(end, codes);
        records.following(matterId, () -> records.end(matterId, deadline, end.outcome(), callers.caller()));
    }

    private UUID add(
            MatterId matterId,
            OfMatter matter,
            String kind,
            LocalDate due,
            ZoneId zone,
            DeadlineFile file,
            UUID renews,
            Record written,
            String key,
            Caller caller) {
        UUID id = UUID.randomUUID();
        return once.perform(key, "SET_" + kind + " " + matterId, written, id, caller)
                .orElseGet(() -> {
                    records.following(matterId, () -> {
                        if (renews != null) {
                            records.end(matterId, renews, "RENEWED", caller);
                        }
                        records.add(id, matterId, matter, kind, due, zone, file, renews);
                    });
                    return id;
                });
    }

    private static Check day(Check check, LocalDate due, LocalDate today, String field) {
        return check.that(!due.isBefore(today), field, "in-the-past")
                .that(
                        !due.isAfter(today.plusYears(LONGEST_AHEAD_IN_YEARS)),
                        field,
                        "too-far-ahead",
                        LONGEST_AHEAD_IN_YEARS);
    }
}
