package org.alongside.proceeding;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.alongside.proceeding.DeadlineEvent.DeadlineFound;
import org.alongside.proceeding.DeadlineEvent.DeadlineOver;
import org.alongside.proceeding.DeadlineEvent.DeadlineSet;
import org.alongside.proceeding.NewCourtCalendar.CourtDay;
import org.alongside.proceeding.NewCourtCalendar.CourtRule;
import org.alongside.proceeding.NewCourtCalendar.CourtTerm;
import org.alongside.proceeding.NewDeadline.NewDeadlineEnd;
import org.alongside.proceeding.NewDeadline.NewPermit;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.MatterId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines and permits, through their doors and past them: reckoned, warned of, known to whom, refused in words. */
class DeadlineTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who LAWYER = Court.LAWYER;

    private final Care care = new Care(TestDatabase.get());
    private final Court court = new Court(TestDatabase.get(), care);
    private final Door<DeadlineService> door = new Door<>(care, HearingDoors::deadlineDoors);
    private final Door<CourtCalendarService> courts = new Door<>(care, HearingDoors::courtDoors);
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);
    private MatterId matter;

    @BeforeEach
    void she_has_a_lawyer() throws Exception {
        matter = court.matter();
    }

    @Test
    void a_day_is_reckoned_from_the_event_by_the_calendar_of_the_court_and_others_see_the_day_alone() throws Exception {
        UUID calendar = calendar("UTC", List.of(), List.of(new CourtTerm(today.plusDays(1), today.plusDays(10))));
        List<Object> told = told(doors -> doors.set(matter, appeal(today, calendar, null), null));
        LocalDate last = today.plusDays(24);
        DeadlineSet set = (DeadlineSet) told.get(0);
        assertThat(set.lawyers().value()).isEqualTo(LAWYER.organisation());
        assertThat(set.dueAt()).as("when the day is over").isEqualTo(begins(last.plusDays(1)));
        assertThat(set.supervisorAt()).isEqualTo(begins(last.minusDays(7)));
        DeadlineView hers = of(LAWYER).get(0);
        assertThat(hers.dueOn()).isEqualTo(last);
        assertThat(hers.file().orElseThrow().reckonedOn()).contains(last);
        for (Who helping : List.of(LEAD, SUPERVISOR, SHIFT)) {
            DeadlineView other = of(helping).get(0);
            assertThat(other.dueOn()).isEqualTo(last);
            assertThat(other.file()).as("privileged").isEmpty();
            assertThat(rows(helping, "legal_deadline_file")).isEqualTo("0");
        }
        for (Who stranger : List.of(COLLEAGUE, new Who(13, 7, "LEL"), new Who(24, 11, "PRL"), Care.ADMINISTRATOR)) {
            assertThat(rows(stranger, "legal_deadline")).as(stranger.role()).isEqualTo("0");
            assertThat(rows(stranger, "legal_deadline_file")).isEqualTo("0");
        }
        assertThat(nextOfMatter()).isEqualTo(last.toString());
    }

    @Test
    void one_that_ran_before_there_were_clocks_is_warned_of_from_now_on_and_once() throws Exception {
        UUID calendar = calendar("UTC", List.of(), List.of());
        DeadlineSet set = (DeadlineSet) told(doors -> doors.set(matter, appeal(today, calendar, null), null))
                .get(0);
        care.below(
                "update legal_deadline set clock_to_begin = true where matter_id = '%s' returning 1".formatted(matter));
        assertThat(begun()).containsExactly(new DeadlineFound(set));
        assertThat(begun()).isEmpty();
    }

    private List<Object> begun() throws Exception {
        return care.as(Who.SYSTEM, HOUR, on -> {
            HearingDoors.of(on).beginClocks();
            return List.copyOf(on.told());
        });
    }

    @Test
    void sooner_than_the_law_may_be_said_and_never_later_and_nothing_in_the_past() throws Exception {
        UUID calendar = calendar("UTC", List.of(), List.of());
        assertThat(refused(appeal(today, calendar, today.plusDays(15)))).isEqualTo("dueOn later-than-the-law");
        assertThat(refused(appeal(today.minusDays(30), calendar, null))).isEqualTo("dueOn in-the-past");
        assertThat(refused(appeal(today.plusDays(3), calendar, null))).isEqualTo("eventOn in-the-future");
        assertThat(refused(new NewDeadline("WAGES", today, calendar, null, null)))
                .isEqualTo("event event-gives-no-time");
        assertThat(refused(new NewDeadline("WAGES", null, calendar, null, null)))
                .isEqualTo("eventOn missing");
        assertThat(refused(new NewDeadline("WAGES", null, null, null, null))).isEqualTo("dueOn missing");
        MatterId unchecked = court.matter("CIVIL_COMPENSATION", "ADVICE");
        assertThat(door.reason(
                        LAWYER,
                        doors -> doors.set(
                                unchecked,
                                new NewDeadline("OTHER", null, null, today.plusDays(9), "Of the case"),
                                null)))
                .isEqualTo("note check-first");
        assertThat(refused(new NewDeadline("OTHER", null, null, today.minusDays(2), null)))
                .isEqualTo("dueOn in-the-past");
        assertThat(refused(appeal(today, UUID.randomUUID(), null))).isEqualTo("calendar unknown-code");
        door.does(LAWYER, HOUR, doors -> doors.set(matter, appeal(today, calendar, today.plusDays(9)), null));
        assertThat(of(LAWYER).get(0).dueOn()).isEqualTo(today.plusDays(9));
    }

    @Test
    void whether_a_day_is_past_is_asked_where_the_court_is() throws Exception {
        String furthest = today.equals(LocalDate.ofInstant(care.now.plus(HOUR), ZoneId.of("Pacific/Kiritimati")))
                ? "Pacific/Pago_Pago"
                : "Pacific/Kiritimati";
        UUID calendar = calendar(furthest, List.of(), List.of());
        LocalDate there = LocalDate.ofInstant(care.now.plus(HOUR), ZoneId.of(furthest));
        List<Object> told = told(doors -> doors.set(matter, appeal(there, calendar, there), null));
        assertThat(((DeadlineSet) told.get(0)).dueAt())
                .isEqualTo(there.plusDays(1).atStartOfDay(ZoneId.of(furthest)).toInstant());
        assertThat(refused(appeal(there.minusDays(5), calendar, there.minusDays(1))))
                .isEqualTo("dueOn in-the-past");
    }

    @Test
    void a_permit_is_warned_of_and_renewed_by_the_one_that_follows_and_never_ends_before_it_begins() throws Exception {
        assertThat(door.reason(LAWYER, doors -> doors.permit(matter, permit(10, 9, null), null)))
                .isEqualTo("expiresOn permit-ends-before-it-begins");
        assertThat(door.reason(LAWYER, doors -> doors.permit(matter, permit(-90, -1, null), null)))
                .isEqualTo("expiresOn in-the-past");
        List<Object> told = told(doors -> doors.permit(matter, permit(-90, 60, null), null));
        DeadlineSet set = (DeadlineSet) told.get(0);
        assertThat(Duration.between(set.supervisorAt(), set.dueAt()).toDays()).isEqualTo(15);
        UUID first = set.deadline();
        assertThat(door.reason(LAWYER, doors -> doors.permit(matter, permit(60, 300, UUID.randomUUID()), null)))
                .isEqualTo("not-there");
        List<Object> renewed = told(doors -> doors.permit(matter, permit(60, 300, first), null));
        assertThat(renewed.get(0)).isEqualTo(new DeadlineOver(first));
        assertThat(of(LEAD)).extracting(one -> one.outcome().orElse("-")).containsExactly("-", "RENEWED");
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, """
                insert into legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone)
                  select '00000000-0000-4000-8000-00000000abcd', matter_id, case_id, organisation_id, 'PERMIT', current_date + 5, 'UTC'
                    from matter where matter_id = '%1$s';
                insert into legal_deadline_file (deadline_id, matter_id, case_id, organisation_id, permit, issued_on)
                  select '00000000-0000-4000-8000-00000000abcd', matter_id, case_id, organisation_id, 'WORK', current_date + 6
                    from matter where matter_id = '%1$s'
                """.formatted(matter)))
                .as("past the door")
                .hasMessageContaining("ends before it begins");
    }

    @Test
    void how_it_ended_is_said_once_and_what_the_matter_says_is_a_deadline_too() throws Exception {
        care.writes(
                LAWYER,
                HOUR,
                "update hearing_minimum set deadline_on = current_date + 20 where matter_id = '%s'".formatted(matter));
        UUID first = of(LAWYER).get(0).id();
        care.writes(
                LAWYER,
                HOUR,
                "update hearing_minimum set deadline_on = current_date + 30 where matter_id = '%s'".formatted(matter));
        assertThat(of(LAWYER)).extracting(one -> one.outcome().orElse("-")).containsExactly("-", "REPLACED");
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, first, new NewDeadlineEnd("MET"))))
                .isEqualTo("ended-already");
        UUID second = of(LAWYER).get(0).id();
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, second, new NewDeadlineEnd("MISSED"))))
                .as("nothing is missed before its day")
                .isEqualTo("outcome in-the-future");
        assertThat(told(doors -> doors.end(matter, second, new NewDeadlineEnd("MET"))))
                .containsExactly(new DeadlineOver(second));
        assertThat(nextOfMatter()).isNull();
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, UUID.randomUUID(), new NewDeadlineEnd("MET"))))
                .isEqualTo("not-there");
    }

    @Test
    void a_calendar_belongs_to_its_house_and_what_cannot_be_is_refused_in_words() throws Exception {
        UUID calendar = calendar("Europe/Vienna", List.of(new CourtDay(today, "Today")), List.of());
        assertThat(courts.reason(LAWYER, doors -> doors.change(calendar, written("UTC", List.of(), List.of()), 7)))
                .isEqualTo("changed-meanwhile");
        courts.does(LAWYER, HOUR, doors -> doors.change(calendar, written("UTC", List.of(), List.of()), 0));
        assertThat(courts.reason(LAWYER, doors -> doors.add(written("Moon/Sea", List.of(), List.of()), null)))
                .isEqualTo("zone unknown-zone");
        assertThat(courts.reason(
                        LAWYER,
                        doors -> doors.add(
                                written("UTC", List.of(), List.of(new CourtTerm(today, today.minusDays(1)))), null)))
                .isEqualTo("terms.0.untilOn ends-before-it-begins");
        assertThat(courts.reason(
                        LAWYER,
                        doors -> doors.add(
                                new NewCourtCalendar(name, "UTC", List.of(), List.of(), List.of(), List.of()), null)))
                .isEqualTo("name calendar-there-already");
        assertThat(courts.reason(
                        LAWYER,
                        doors -> doors.add(
                                new NewCourtCalendar(
                                        "x", "UTC", List.of(1, 2, 3, 4, 5, 6, 7), List.of(), List.of(), List.of()),
                                null)))
                .isEqualTo("restDays never-works");
        assertThat(courts.reason(
                        LAWYER,
                        doors -> doors.add(
                                new NewCourtCalendar(
                                        "x",
                                        "UTC",
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(new CourtRule("APPEAL", 0, "DAYS", true, false))),
                                null)))
                .isEqualTo("rules.0.amount count-range");
        for (Who other : List.of(LEAD, new Who(13, 7, "LEL"), Care.ADMINISTRATOR)) {
            assertThat(care.sees(other, HOUR, "select count(*) from court_calendar"))
                    .as(other.role())
                    .isEqualTo("0");
            assertThat(care.sees(other, HOUR, "select count(*) from court_rule"))
                    .isEqualTo("0");
        }
    }

    private final String name = "Court " + UUID.randomUUID();

    private UUID calendar(String zone, List<CourtDay> days, List<CourtTerm> terms) throws Exception {
        return care.as(LAWYER, HOUR, on -> HearingDoors.courtDoors(on).add(written(zone, days, terms), null));
    }

    private NewCourtCalendar written(String zone, List<CourtDay> days, List<CourtTerm> terms) {
        return new NewCourtCalendar(
                name, zone, List.of(), days, terms, List.of(new CourtRule("APPEAL", 14, "DAYS", true, true)));
    }

    private NewDeadline appeal(LocalDate served, UUID calendar, LocalDate due) {
        return new NewDeadline("APPEAL", served, calendar, due, "Ask for the file first");
    }

    private NewPermit permit(int from, int until, UUID renews) {
        return new NewPermit("RESIDENCE", today.plusDays(from), today.plusDays(until), renews, null);
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<Object> told(Door.Deed<DeadlineService> deed) throws Exception {
        return care.as(LAWYER, HOUR, on -> {
            deed.in(HearingDoors.deadlineDoors(on));
            return on.told();
        });
    }

    private String refused(NewDeadline written) {
        return door.reason(LAWYER, doors -> doors.set(matter, written, null));
    }

    private List<DeadlineView> of(Who who) throws Exception {
        return care.as(who, HOUR, on -> HearingDoors.deadlineDoors(on).of(matter));
    }

    private String rows(Who who, String table) throws Exception {
        return care.sees(who, HOUR, "select count(*) from %s where matter_id = '%s'".formatted(table, matter));
    }

    private String nextOfMatter() throws Exception {
        return care.sees(
                LEAD, HOUR, "select deadline_on from hearing_minimum where matter_id = '%s'".formatted(matter));
    }
}
