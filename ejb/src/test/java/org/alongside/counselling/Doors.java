package org.alongside.counselling;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.CasePolicy;
import org.alongside.access.Files;
import org.alongside.access.MeService.Me;
import org.alongside.access.Once;
import org.alongside.access.Opened;
import org.alongside.access.Openness;
import org.alongside.access.Role;
import org.alongside.access.Workers;
import org.alongside.code.KnownCodes;
import org.alongside.code.Settings;
import org.alongside.counselling.Practice.Who;
import org.alongside.referral.Arrivals;
import org.alongside.safety.OpenAlerts;
import org.alongside.setup.Connected;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.WorkerId;

/** The doors of one transaction, and what they told. */
record Doors(
        SessionService sessions,
        NoteService notes,
        WeekService weeks,
        GroupService groups,
        CaseloadService caseload,
        SessionPolicy policy,
        WithReferral with,
        CounsellingJournal journal,
        Connection sql,
        Caller caller,
        List<Object> told) {

    static Doors open(Connection connection, Who who, Instant at) {
        Caller caller = new Caller(
                new WorkerId(who.id()),
                new OrganisationId(who.organisation()),
                who.role().isEmpty() ? Set.of() : Set.of(Role.valueOf(who.role())),
                who.role().isEmpty(),
                "s",
                at);
        Connected connected = new Connected(connection);
        CallerContext callers = new CallerContext() {
            @Override
            public Caller caller() {
                return caller;
            }
        };
        List<Object> told = new ArrayList<>();
        Files files = Opened.over(connected.em());
        Settings settings = new Settings() {
            @Override
            public Duration of(String name) {
                return switch (name) {
                    case SessionService.LONGEST -> Duration.ofHours(8);
                    case Asking.ASKED_AFTER -> Duration.ofMinutes(15);
                    default -> Duration.ofDays(30);
                };
            }
        };
        Workers workers = new Workers() {
            @Override
            public Me me(Caller asked) {
                return new Me(asked.worker(), "n", asked.organisation(), "o", "NGO", false, asked.roles(), "en", "UTC");
            }

            @Override
            public LocalDate today(Caller asked) {
                return asked.now().atOffset(ZoneOffset.UTC).toLocalDate();
            }
        };
        CounsellingTimes delivered = new Delivered();
        @SuppressWarnings("unchecked")
        Instance<CounsellingTimes> times = Connected.answering(Instance.class, (method, given) -> delivered);
        Event<SessionEvent> sessionEvents = events(told);
        Event<SupervisionEvent> supervisionEvents = events(told);
        Sessions sessions = new Sessions();
        sessions.em = connected.em();
        Notes written = new Notes();
        written.em = connected.em();
        Supervisions supervisions = new Supervisions();
        supervisions.em = connected.em();
        Carrying carrying = new Carrying();
        carrying.supervisions = supervisions;
        carrying.workers = workers;
        carrying.times = times;
        carrying.events = supervisionEvents;
        Asking asking = new Asking();
        asking.settings = settings;
        asking.times = times;
        asking.events = sessionEvents;
        SessionService service = new SessionService();
        service.callers = callers;
        service.sessions = sessions;
        service.notes = written;
        service.carrying = carrying;
        service.files = files;
        service.codes = new KnownCodes();
        service.settings = settings;
        service.asking = asking;
        service.once = new Once();
        service.events = sessionEvents;
        service.alerts = new OpenAlerts() {
            @Override
            public AlertId raise(AlertId id, CaseId caseId, String type, boolean inDanger, Caller by) {
                told.add(type + " " + caseId + " " + inDanger);
                return id;
            }
        };
        service.arrivals = new Arrivals() {
            @Override
            public void met(ReferralId referral) {
                told.add("met " + referral);
            }
        };
        NoteService notes = new NoteService();
        notes.callers = callers;
        notes.sessions = sessions;
        notes.notes = written;
        notes.workers = workers;
        notes.codes = new KnownCodes();
        notes.once = new Once();
        Weeks weeks = new Weeks();
        weeks.em = connected.em();
        WeekService week = new WeekService();
        week.callers = callers;
        week.weeks = weeks;
        week.workers = workers;
        week.times = times;
        Groups collection = new Groups();
        collection.em = connected.em();
        GroupService groups = new GroupService();
        groups.callers = callers;
        groups.groups = collection;
        groups.sessions = sessions;
        groups.carrying = carrying;
        groups.files = files;
        groups.codes = new KnownCodes();
        groups.settings = settings;
        groups.asking = asking;
        groups.once = new Once();
        groups.events = sessionEvents;
        CaseloadService caseload = new CaseloadService();
        caseload.callers = callers;
        caseload.supervisions = supervisions;
        caseload.workers = workers;
        caseload.codes = new KnownCodes();
        caseload.times = times;
        caseload.events = supervisionEvents;
        SessionPolicy policy = new SessionPolicy();
        policy.sessions = sessions;
        policy.notes = written;
        policy.supervisions = supervisions;
        policy.files = files;
        policy.cases = new CasePolicy() {
            @Override
            public Optional<Standing> standing(Caller asked, CaseId id) {
                Openness open = files.openness(asked, id);
                return open.seen()
                        ? Optional.of(new Standing(Optional.of(id), id.value(), "TEST", Optional.of(open)))
                        : Optional.empty();
            }
        };
        WithReferral with = new WithReferral();
        with.callers = callers;
        with.sessions = sessions;
        with.supervisions = supervisions;
        with.carrying = carrying;
        with.events = sessionEvents;
        CounsellingJournal journal = new CounsellingJournal();
        journal.em = connected.em();
        return new Doors(service, notes, week, groups, caseload, policy, with, journal, connection, caller, told);
    }

    @SuppressWarnings("unchecked")
    private static <T> Event<T> events(List<Object> told) {
        return Connected.answering(Event.class, (method, given) -> told.add(given[0]));
    }

    /** The tables as they are delivered. */
    static final class Delivered implements CounsellingTimes {
        @Override
        public Times times() {
            return new Times(Duration.ofDays(2), Duration.ofDays(7), Duration.ofDays(23), Duration.ofDays(30));
        }

        @Override
        public Limits limits() {
            return new Limits(2, 3);
        }
    }
}
