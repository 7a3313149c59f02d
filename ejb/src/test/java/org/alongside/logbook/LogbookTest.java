package org.alongside.logbook;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.OfCases;
import org.alongside.housing.Shelter;
import org.alongside.housing.Shelter.Built;
import org.alongside.logbook.IncidentEvent.IncidentLookedAt;
import org.alongside.logbook.IncidentEvent.IncidentRecorded;
import org.alongside.logbook.IncidentView.IncidentRow;
import org.alongside.logbook.Logbook.ShiftLine;
import org.alongside.logbook.NewIncident.NewIncidentLook;
import org.alongside.logbook.NewShiftNote.NewShiftLine;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.CaseId;
import org.alongside.shared.IncidentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.ShiftLineId;
import org.alongside.shared.ShiftNoteId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What a house writes down for itself, through its doors and past them: who reads it, who goes on from it, who looks at it. */
class LogbookTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration NIGHT = Duration.ofHours(9);
    private static final Who NIGHT_SHIFT = new Who(90, 3, "SHS");
    private static final Who SECOND_MANAGER = new Who(91, 3, "SHM");
    private static final Who SUPERVISOR = new Who(92, 3, "SUP");
    private static final Who OTHER_HOUSE = new Who(9, 4, "SHM");
    private static final List<Who> OUTSIDE = List.of(
            LEAD,
            OTHER_HOUSE,
            new Who(3, 1, "SUP"),
            new Who(13, 7, "LEL"),
            new Who(24, 11, "PRL"),
            new Who(12, 6, "LAW"),
            new Who(14, 8, "NRM"),
            new Who(10, 5, "COU"),
            new Who(15, 8, "DPO"),
            new Who(16, 9, "ADM"));

    private static TestDatabase database;
    private static Shelter shelter;
    private static Built house;
    private static CaseId her;

    @BeforeAll
    static void a_house_with_two_shifts() throws Exception {
        database = TestDatabase.own();
        shelter = new Shelter(database);
        for (Who who : List.of(NIGHT_SHIFT, SECOND_MANAGER, SUPERVISOR)) {
            shelter.arrange(
                    "insert into worker (worker_id, subject, organisation_id, name) values ('%1$s', '%1$s', '%2$s', 'W%3$s')"
                            .formatted(who.id(), who.organisation(), who.number()));
            shelter.arrange("insert into worker_role (worker_id, role_code) values ('%s', '%s')"
                    .formatted(who.id(), who.role()));
            shelter.arrange("""
                    insert into team_member (team_id, worker_id, from_at, supervises)
                    select team_id, '%s', now() - interval '9 days', false from team where organisation_id = '%s'
                    """.formatted(who.id(), who.organisation()));
        }
        house = shelter.house(Shelter.anybody(), 1, 3);
        her = shelter.woman();
        shelter.livesIn(her, house.beds().get(0));
    }

    @AfterAll
    static void close() throws SQLException {
        shelter.close();
    }

    @Test
    void the_next_shift_reads_takes_over_and_what_is_open_stays_until_it_is_done() throws Exception {
        ShiftNoteId note =
                left(SHIFT, HOUR, line(her, "DO", "Her medicine at ten"), line(null, "KNOW", "Boiler is loud"));
        assertThat(reason(SHIFT, HOUR, doors -> doors.policy()
                        .objections(
                                doors.caller(),
                                null,
                                note,
                                doors.policy().standing(doors.caller(), note).orElseThrow())))
                .as("nobody takes over from themselves")
                .isEqualTo("own-shift-note");
        Logbook evening = log(NIGHT_SHIFT, NIGHT);
        assertThat(evening.untaken()).extracting(Logbook.ShiftNote::id).contains(note);
        does(NIGHT_SHIFT, NIGHT, doors -> doors.log().takeOver(note));
        assertThat(reason(MANAGER, NIGHT, doors -> {
                    doors.log().takeOver(note);
                    return null;
                }))
                .isEqualTo("shift-taken-over");
        Logbook night = log(NIGHT_SHIFT, NIGHT);
        assertThat(night.untaken()).extracting(Logbook.ShiftNote::id).doesNotContain(note);
        assertThat(night.recent()).extracting(Logbook.ShiftNote::id).contains(note);
        ShiftLine open = night.open().stream()
                .filter(one -> one.words().equals("Her medicine at ten"))
                .findFirst()
                .orElseThrow();
        assertThat(open.about().orElseThrow().caseId()).isEqualTo(her);
        assertThat(log(SHIFT, Duration.ofDays(9)).folded())
                .as("older than a week is folded away")
                .extracting(Logbook.ShiftNote::id)
                .contains(note);
        assertThat(log(SHIFT, Duration.ofDays(9)).open())
                .as("and what is open is not")
                .contains(open);
        OfCases<?> done = as(NIGHT_SHIFT, NIGHT, doors -> doors.log().finish(house.id(), open.id()));
        assertThat(done.cases()).as("an event of her file, too").containsExactly(her);
        assertThat(log(SHIFT, NIGHT).open()).extracting(ShiftLine::id).doesNotContain(open.id());
        assertThat(reason(SHIFT, NIGHT, doors -> doors.log().finish(house.id(), open.id())))
                .isEqualTo("line-done");
    }

    @Test
    void a_line_about_her_is_read_by_those_alone_to_whom_her_placement_is_open() throws Exception {
        ShiftNoteId note =
                left(MANAGER, HOUR, line(her, "KNOW", "She sleeps badly"), line(null, "KNOW", "Milk is out"));
        shelter.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(NIGHT_SHIFT.id(), her));
        try {
            assertThat(words(NIGHT_SHIFT, note)).containsExactly("Milk is out");
            assertThat(reason(NIGHT_SHIFT, NIGHT, doors -> doors.log()
                            .write(house.id(), note(line(her, "KNOW", "x")), null)))
                    .as("and writes none about her")
                    .isEqualTo("lines.0.about not-in-this-house");
        } finally {
            shelter.arrange("delete from conflict_declaration where worker_id = '%s'".formatted(NIGHT_SHIFT.id()));
        }
        assertThat(words(SHIFT, note)).containsExactly("She sleeps badly", "Milk is out");
        CaseId notHere = shelter.woman();
        assertThat(reason(SHIFT, HOUR, doors -> doors.log().write(house.id(), note(line(notHere, "KNOW", "x")), null)))
                .isEqualTo("lines.0.about not-in-this-house");
        assertThat(reason(SHIFT, HOUR, doors -> doors.log().write(house.id(), new NewShiftNote(" ", List.of()), null)))
                .isEqualTo("words nothing-written");
    }

    @Test
    void outside_the_house_nobody_finds_any_of_it() throws Exception {
        left(SHIFT, HOUR, line(her, "DO", "x"));
        IncidentId incident = recorded(SHIFT, HOUR, "QUARREL", null, her);
        shelter.arrange("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                select gen_random_uuid(), '%s', o.organisation_id, 2, 'R', 'CONSENT', now() - interval '1 day', now() + interval '9 days', '%s'
                  from organisation o where o.organisation_id <> '%s'
                """.formatted(her, LEAD.id(), SHIFT.organisation()));
        for (Who who : OUTSIDE) {
            for (String table : List.of("shift_note", "shift_line", "incident", "incident_person", "incident_look")) {
                assertThat(shelter.sees(who, NIGHT, "select count(*) from " + table))
                        .as(who.role() + " " + table)
                        .isEqualTo("0");
            }
            for (String taken : List.of(
                    "insert into shift_note (shift_note_id, facility_id, organisation_id, words, written_at, written_by) values (gen_random_uuid(), '%s', caller_organisation(), 'x', caller_now(), caller_worker())",
                    "insert into incident_look values ('%s', 'MANAGER', caller_now(), caller_worker(), 'x')")) {
                String there = taken.formatted(taken.contains("look") ? incident : house.id());
                assertThat(failure(who, there))
                        .as(who.role() + ": one that is there, and one that is not")
                        .isNotNull()
                        .isEqualTo(failure(who, taken.formatted(UUID.randomUUID())));
            }
        }
        assertThat(shelter.below("select case_named('%s') is null".formatted(incident)))
                .as("no attempt at it is told to who leads her file")
                .isEqualTo("t");
    }

    @Test
    void the_house_alone_is_told_that_its_log_changed_and_who_has_a_tie_not_of_a_line_about_her() throws Exception {
        try (Connection listening = database.application().getConnection();
                Statement listen = listening.createStatement()) {
            listen.execute("listen alongside");
            ShiftNoteId note = left(SHIFT, HOUR, line(her, "DO", "Her drops at ten"), line(null, "DO", "Bins out"));
            assertThat(heard(listening)).as("once a note").containsExactly("logbook " + house.id());
            does(NIGHT_SHIFT, NIGHT, doors -> doors.log().takeOver(note));
            assertThat(heard(listening)).containsExactly("logbook " + house.id());
            ShiftLineId bins = open("Bins out");
            does(NIGHT_SHIFT, NIGHT, doors -> doors.log().finish(house.id(), bins));
            assertThat(heard(listening)).containsExactly("logbook " + house.id());
            ShiftLineId drops = open("Her drops at ten");
            does(NIGHT_SHIFT, NIGHT, doors -> doors.log().finish(house.id(), drops));
            assertThat(heard(listening)).containsExactly("logbook " + house.id() + " " + her);
        }
        assertThat(told(SYSTEM, "null"))
                .contains(
                        SHIFT.id().toString(),
                        NIGHT_SHIFT.id().toString(),
                        MANAGER.id().toString())
                .doesNotContain(SUPERVISOR.id().toString())
                .doesNotContainAnyElementsOf(
                        OUTSIDE.stream().map(who -> who.id().toString()).toList());
        shelter.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(NIGHT_SHIFT.id(), her));
        try {
            assertThat(told(SYSTEM, "'" + her + "'"))
                    .contains(SHIFT.id().toString())
                    .doesNotContain(NIGHT_SHIFT.id().toString());
            assertThat(told(SYSTEM, "null")).contains(NIGHT_SHIFT.id().toString());
        } finally {
            shelter.arrange("delete from conflict_declaration where worker_id = '%s'".formatted(NIGHT_SHIFT.id()));
        }
        assertThat(told(MANAGER, "null")).as("asked by the processes alone").containsExactly("");
    }

    @Test
    void an_incident_waits_for_the_manager_and_never_for_who_wrote_it() throws Exception {
        IncidentId incident = recorded(SHIFT, HOUR, "QUARREL", null, her);
        assertThat(read(MANAGER, HOUR, incident).mine()).contains("MANAGER");
        assertThat(read(MANAGER, HOUR, incident).people())
                .extracting(Logbook.HousePerson::caseId)
                .containsExactly(her);
        assertThat(read(NIGHT_SHIFT, HOUR, incident).mine()).isEmpty();
        assertThat(called(incident, HOUR))
                .containsOnly(MANAGER.id().toString(), SECOND_MANAGER.id().toString());
        Refusal notHis = catchThrowableOfType(
                Refusal.class,
                () -> as(SUPERVISOR, HOUR, doors -> doors.incidents().read(incident)));
        assertThat(notHis.kind()).as("as if it were not there").isEqualTo(Refusal.Kind.NOT_THERE);
        List<Object> told = as(MANAGER, NIGHT, doors -> {
            doors.incidents().look(incident, new NewIncidentLook("We eat at two tables now"));
            return doors.told();
        });
        assertThat(told).containsExactly(new IncidentLookedAt(incident, "MANAGER"));
        assertThat(reason(SECOND_MANAGER, NIGHT, doors -> {
                    doors.incidents().look(incident, new NewIncidentLook("again"));
                    return null;
                }))
                .isEqualTo("incident-not-waiting");
        assertThat(read(SHIFT, NIGHT, incident).looks())
                .extracting(IncidentView.IncidentLook::learned)
                .containsExactly("We eat at two tables now");

        IncidentId managers = recorded(MANAGER, HOUR, "BUILDING", null);
        assertThat(read(MANAGER, HOUR, managers).mine())
                .as("never who wrote it")
                .isEmpty();
        assertThat(failure(
                        MANAGER,
                        "insert into incident_look values ('%s', 'MANAGER', caller_now(), caller_worker(), 'x')"
                                .formatted(managers)))
                .as("past the door, too")
                .contains("row-level security");
        assertThat(read(SECOND_MANAGER, HOUR, managers).mine()).contains("MANAGER");
    }

    @Test
    void who_knows_somebody_it_touched_reads_nothing_of_it() throws Exception {
        IncidentId incident = recorded(SHIFT, HOUR, "VIOLENCE", null, her);
        shelter.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(SECOND_MANAGER.id(), her));
        try {
            assertThat(ids(SECOND_MANAGER, HOUR)).doesNotContain(incident);
            assertThat(called(incident, HOUR)).containsOnly(MANAGER.id().toString());
        } finally {
            shelter.arrange("delete from conflict_declaration where worker_id = '%s'".formatted(SECOND_MANAGER.id()));
        }
        assertThat(ids(SECOND_MANAGER, HOUR)).contains(incident);
    }

    @Test
    void the_conduct_of_staff_is_read_by_the_supervisor_too_and_never_by_whom_it_is_about() throws Exception {
        IncidentId incident = recorded(NIGHT_SHIFT, HOUR, "STAFF_CONDUCT", MANAGER);
        assertThat(ids(MANAGER, HOUR)).as("about the manager").doesNotContain(incident);
        assertThat(shelter.sees(
                        MANAGER, HOUR, "select count(*) from incident where incident_id = '%s'".formatted(incident)))
                .isEqualTo("0");
        assertThat(ids(SHIFT, HOUR)).as("nor by colleagues").doesNotContain(incident);
        assertThat(ids(NIGHT_SHIFT, HOUR)).as("who wrote it reads it").contains(incident);
        assertThat(called(incident, HOUR))
                .containsOnly(SECOND_MANAGER.id().toString(), SUPERVISOR.id().toString());
        assertThat(read(SUPERVISOR, HOUR, incident).mine()).contains("SUPERVISOR");
        assertThat(read(SUPERVISOR, HOUR, incident).conductOf()).isPresent();
        does(SUPERVISOR, HOUR, doors -> doors.incidents().look(incident, new NewIncidentLook("A talk")));
        assertThat(read(SECOND_MANAGER, HOUR, incident).header().waitingFor()).containsExactly("MANAGER");
        assertThat(reason(
                        SHIFT, HOUR, doors -> doors.incidents().record(house.id(), incident("QUARREL", MANAGER), null)))
                .isEqualTo("conductOf only-of-conduct");
    }

    @Test
    void a_row_that_somebody_made_up_is_answered_nothing_of_whom_an_incident_touched() throws Exception {
        IncidentId incident = recorded(SHIFT, HOUR, "VIOLENCE", null, her);
        String asked = "select reads_incident(%s)";
        String madeUp = """
                row('%s'::uuid, gen_random_uuid(), caller_organisation(), 'x', 'x', 'x', caller_now(), 'x', 'x', null::uuid, array['MANAGER'],
                    caller_now(), caller_worker(), caller_now())::incident""";
        assertThat(failure(MANAGER, asked.formatted(madeUp.formatted(incident))))
                .as("there is no such question")
                .contains("does not exist");
        shelter.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(SECOND_MANAGER.id(), her));
        try {
            assertThat(shelter.sees(SECOND_MANAGER, HOUR, asked.formatted("'" + incident + "'")))
                    .as("one that is there and not theirs, and one that is not there")
                    .isEqualTo(shelter.sees(SECOND_MANAGER, HOUR, asked.formatted("gen_random_uuid()")))
                    .isEqualTo("f");
        } finally {
            shelter.arrange("delete from conflict_declaration where worker_id = '%s'".formatted(SECOND_MANAGER.id()));
        }
    }

    @Test
    void two_desks_are_two_people_also_where_one_of_them_has_both_roles() throws Exception {
        IncidentId incident = recorded(NIGHT_SHIFT, HOUR, "STAFF_CONDUCT", SHIFT);
        Who both = new Who(SUPERVISOR.number(), SUPERVISOR.house(), "SHM");
        does(SUPERVISOR, HOUR, doors -> doors.incidents().look(incident, new NewIncidentLook("A talk")));
        assertThat(read(both, HOUR, incident).mine())
                .as("the page offers nothing")
                .isEmpty();
        assertThat(failure(
                        both,
                        "insert into incident_look values ('%s', 'MANAGER', caller_now(), caller_worker(), 'x')"
                                .formatted(incident)))
                .as("past the door, too")
                .contains("row-level security");
        assertThat(read(SECOND_MANAGER, HOUR, incident).mine()).contains("MANAGER");
    }

    @Test
    void when_the_manager_has_not_looked_in_time_the_supervisor_can() throws Exception {
        IncidentId incident = recorded(SHIFT, HOUR, "SELF_HARM", null, her);
        Duration late = HOUR.plusHours(72);
        assertThat(ids(SUPERVISOR, late.minusMinutes(1))).doesNotContain(incident);
        assertThat(called(incident, late)).contains(SUPERVISOR.id().toString());
        IncidentView read = read(SUPERVISOR, late, incident);
        assertThat(read.mine()).contains("MANAGER");
        assertThat(read.people()).as("and learns nobody's name by it").isEmpty();
        does(SUPERVISOR, late, doors -> doors.incidents().look(incident, new NewIncidentLook("Two at night")));
        assertThat(read(MANAGER, late, incident).header().waitingFor()).isEmpty();
        assertThat(read(SUPERVISOR, late, incident).looks()).hasSize(1);
    }

    @Test
    void the_manager_counts_by_kind_and_month_what_they_may_read() throws Exception {
        long before = counted(MANAGER, "THEFT_OR_DAMAGE");
        recorded(SHIFT, HOUR, "THEFT_OR_DAMAGE", null);
        recorded(SHIFT, HOUR, "THEFT_OR_DAMAGE", null, her);
        assertThat(counted(MANAGER, "THEFT_OR_DAMAGE")).isEqualTo(before + 2);
        assertThat(counted(OTHER_HOUSE, "THEFT_OR_DAMAGE")).isZero();
        long conduct = counted(MANAGER, "STAFF_CONDUCT");
        recorded(SHIFT, HOUR, "STAFF_CONDUCT", MANAGER);
        assertThat(counted(MANAGER, "STAFF_CONDUCT")).isEqualTo(conduct);
    }

    // ---- the doors of one transaction

    private record Doors(
            LogbookService log, IncidentService incidents, ShiftNotePolicy policy, Caller caller, List<Object> told) {}

    private interface Act<T> {
        T in(Doors doors) throws Exception;
    }

    private interface Deed {
        void in(Doors doors) throws Exception;
    }

    private static <T> T as(Who who, Duration later, Act<T> act) throws Exception {
        return shelter.as(who, later, housing -> {
            Wired wired = housing.wired();
            return act.in(new Doors(
                    wired.of(LogbookService.class),
                    wired.of(IncidentService.class),
                    wired.of(ShiftNotePolicy.class),
                    housing.caller(),
                    wired.told()));
        });
    }

    private static void does(Who who, Duration later, Deed deed) throws Exception {
        as(who, later, doors -> {
            deed.in(doors);
            return null;
        });
    }

    /** Why it is refused, with its field if it has one; or the one objection that a policy answers. */
    private static String reason(Who who, Duration later, Act<?> act) throws Exception {
        Object[] answer = new Object[1];
        Throwable refused = catchThrowable(() -> answer[0] = as(who, later, act));
        Reason why =
                refused instanceof Refusal refusal ? refusal.reasons().get(0) : (Reason) ((List<?>) answer[0]).get(0);
        return (why.field().isEmpty() ? "" : why.field() + " ") + why.code();
    }

    private static String failure(Who who, String statement) {
        SQLException failed = shelter.refusal(who, HOUR, statement);
        return failed == null ? null : failed.getMessage();
    }

    private static NewShiftLine line(CaseId about, String kind, String words) {
        return new NewShiftLine(about, kind, words, null);
    }

    private static NewShiftNote note(NewShiftLine... lines) {
        return new NewShiftNote("A quiet evening", List.of(lines));
    }

    private static ShiftNoteId left(Who who, Duration later, NewShiftLine... lines) throws Exception {
        return as(who, later, doors -> doors.log().write(house.id(), note(lines), null))
                .content();
    }

    private static List<String> told(Who who, String about) throws Exception {
        String told = shelter.sees(
                who,
                NIGHT,
                "select coalesce(string_agg(told::text, ','), '') from told_of_logbook('%s', %s) told"
                        .formatted(house.id(), about));
        return List.of(told.split(","));
    }

    private static ShiftLineId open(String words) throws Exception {
        return log(SHIFT, NIGHT).open().stream()
                .filter(one -> one.words().equals(words))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** What of a log the database told since it was asked last. */
    private static List<String> heard(Connection listening) throws SQLException {
        PGNotification[] told = listening.unwrap(PGConnection.class).getNotifications(500);
        return told == null
                ? List.of()
                : Arrays.stream(told)
                        .map(PGNotification::getParameter)
                        .filter(one -> one.startsWith("logbook"))
                        .toList();
    }

    private static Logbook log(Who who, Duration later) throws Exception {
        return as(who, later, doors -> doors.log().read(house.id())).content();
    }

    private static List<String> words(Who who, ShiftNoteId note) throws Exception {
        return log(who, NIGHT).untaken().stream()
                .filter(one -> one.id().equals(note))
                .flatMap(one -> one.lines().stream())
                .map(ShiftLine::words)
                .toList();
    }

    private static NewIncident incident(String kind, Who conductOf, CaseId... people) {
        return new NewIncident(
                kind,
                "SERIOUS",
                shelter.now,
                "What happened",
                "What was done",
                List.of(people),
                conductOf == null ? null : new WorkerId(conductOf.id()));
    }

    private static IncidentId recorded(Who who, Duration later, String kind, Who conductOf, CaseId... people)
            throws Exception {
        List<Object> told = new ArrayList<>();
        OfCases<IncidentId> made = as(who, later, doors -> {
            OfCases<IncidentId> one = doors.incidents().record(house.id(), incident(kind, conductOf, people), null);
            told.addAll(doors.told());
            return one;
        });
        assertThat(made.cases()).containsExactlyInAnyOrder(people);
        assertThat(told)
                .containsExactly(new IncidentRecorded(
                        made.content(),
                        new OrganisationId(who.organisation()),
                        "STAFF_CONDUCT".equals(kind) ? Set.of("MANAGER", "SUPERVISOR") : Set.of("MANAGER"),
                        shelter.now.plus(later).plusSeconds(72 * 3600)));
        return made.content();
    }

    private static IncidentView read(Who who, Duration later, IncidentId id) throws Exception {
        return as(who, later, doors -> doors.incidents().read(id)).content();
    }

    private static List<IncidentId> ids(Who who, Duration later) throws Exception {
        return as(who, later, doors -> doors.incidents().list()).stream()
                .map(IncidentRow::id)
                .toList();
    }

    private static long counted(Who who, String kind) throws Exception {
        return as(who, NIGHT, doors -> doors.incidents().count()).stream()
                .filter(one -> one.kind().equals(kind))
                .mapToLong(IncidentView.IncidentCount::count)
                .sum();
    }

    /** Who is told that its task waits. */
    private static List<String> called(IncidentId id, Duration later) throws Exception {
        return shelter.as(Who.SYSTEM, later, doors -> {
            List<String> told = new ArrayList<>();
            try (var rows =
                    doors.sql().createStatement().executeQuery("select told_of_task('%s', false)".formatted(id))) {
                while (rows.next()) {
                    told.add(rows.getString(1));
                }
            }
            return told;
        });
    }
}
