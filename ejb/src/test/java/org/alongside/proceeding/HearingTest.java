package org.alongside.proceeding;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.alongside.proceeding.HearingEvent.HearingFound;
import org.alongside.proceeding.HearingEvent.HearingOver;
import org.alongside.proceeding.HearingEvent.HearingSet;
import org.alongside.proceeding.HearingEvent.SupportChanged;
import org.alongside.proceeding.NewHearingDay.NewHearingResult;
import org.alongside.proceeding.NewHearingDay.NewProtectionAnswer;
import org.alongside.proceeding.ProceedingService.NewSupport;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.MatterId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hearings of a matter, through their doors and past them: who knows what of them, who is asked when, and what is refused in words. */
class HearingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Who LAWYER = Court.LAWYER;

    private final Care care = new Care(TestDatabase.get());
    private final Court court = new Court(TestDatabase.get(), care);
    private final Door<HearingService> door = new Door<>(care, HearingDoors::of);
    private MatterId matter;

    @BeforeEach
    void she_has_a_lawyer() throws Exception {
        matter = court.matter();
    }

    @Test
    void others_know_when_and_where_and_what_she_needs_and_what_protects_her_and_the_lawyer_alone_the_rest()
            throws Exception {
        UUID hearing = set(day(30));
        door.does(LAWYER, HOUR, doors -> doors.answer(matter, hearing, answer("SCREEN", "GRANTED", 0)));
        HearingView hers = of(LAWYER).get(0);
        assertThat(hers.file())
                .hasValueSatisfying(file -> assertThat(file.type()).isEqualTo("TRIAL_TESTIMONY"));
        assertThat(hers.missing()).as("nobody goes with her").isTrue();
        for (Who helping : List.of(LEAD, SUPERVISOR, SHIFT)) {
            HearingView told = of(helping).get(0);
            assertThat(told.hearingAt()).isEqualTo(at(30));
            assertThat(told.supports()).extracting(MatterView.Support::need).containsExactly("ESCORT", "INTERPRETER");
            assertThat(told.protections())
                    .extracting(one -> one.measure() + " " + one.answer().orElse("-"))
                    .containsExactly("SCREEN GRANTED", "SEPARATE_WAITING -");
            assertThat(told.file()).as("privileged").isEmpty();
            assertThat(rows(helping, "hearing_file")).isEqualTo("0");
        }
        assertThat(rows(LAWYER, "hearing_file")).isEqualTo("1");
        for (Who other : List.of(
                COLLEAGUE, new Who(8, 4, "SHS"), new Who(13, 7, "LEL"), new Who(24, 11, "PRL"), Care.ADMINISTRATOR)) {
            for (String table : List.of("hearing", "hearing_file", "hearing_protection")) {
                assertThat(rows(other, table)).as(other.role() + " " + table).isEqualTo("0");
            }
        }
    }

    @Test
    void all_that_helps_her_there_and_all_that_protects_her_can_be_asked_for_at_one_hearing() throws Exception {
        List<String> needs = List.of("ESCORT", "INTERPRETER", "PREPARATION");
        List<String> protections =
                List.of("SCREEN", "VIDEO_LINK", "CLOSED_COURT", "SEPARATE_WAITING", "IDENTITY_WITHHELD");
        for (String mode : List.of("IN_PERSON", "BY_VIDEO", "RECORDED_BEFORE")) {
            UUID hearing = set(
                    new NewHearingDay(at(20 + mode.length()), "TRIAL_TESTIMONY", "COURT", mode, needs, protections));
            for (String measure : protections) {
                door.does(LAWYER, HOUR, doors -> doors.answer(matter, hearing, answer(measure, "GRANTED", 0)));
            }
            HearingView told = of(LEAD).stream()
                    .filter(one -> one.id().equals(hearing))
                    .findAny()
                    .orElseThrow();
            assertThat(told.supports()).extracting(MatterView.Support::need).containsExactlyInAnyOrderElementsOf(needs);
            assertThat(told.protections())
                    .extracting(one -> one.measure() + " " + one.answer().orElse("-"))
                    .containsExactlyInAnyOrderElementsOf(
                            protections.stream().map(one -> one + " GRANTED").toList());
        }
    }

    @Test
    void what_cannot_be_is_refused_in_words() throws Exception {
        assertThat(refused(day(-1))).as("the matter was opened today").isEqualTo("at before-its-matter");
        assertThat(door.reason(LAWYER, DAY.multipliedBy(3), doors -> doors.set(matter, day(2), null)))
                .isEqualTo("at in-the-past");
        assertThat(refused(day(3_700))).isEqualTo("at too-far-ahead");
        assertThat(refused(new NewHearingDay(at(5), "MOON", "COURT", "IN_PERSON", List.of(), List.of())))
                .isEqualTo("type unknown-code");
        UUID hearing = set(day(5));
        assertThat(refused(day(5))).isEqualTo("hearing-there-already");
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, hearing, result("HELD"))))
                .isEqualTo("hearing-not-yet");
        assertThat(door.reason(LAWYER, doors -> doors.change(matter, hearing, day(6), 7)))
                .isEqualTo("changed-meanwhile");
        assertThat(door.reason(LAWYER, doors -> doors.answer(matter, hearing, answer("VIDEO_LINK", "GRANTED", 0))))
                .isEqualTo("protection-not-asked");
        assertThat(door.reason(LAWYER, doors -> doors.answer(matter, hearing, answer("SCREEN", "GRANTED", -2))))
                .isEqualTo("answeredOn before-it-was-asked");
        assertThat(door.reason(LEAD, doors -> doors.take(matter, hearing, new NewSupport("PREPARATION"))))
                .isEqualTo("support-not-asked");
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, UUID.randomUUID(), result("CANCELLED"))))
                .isEqualTo("not-there");
        door.does(LAWYER, HOUR, doors -> doors.end(matter, hearing, result("CANCELLED")));
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, hearing, result("CANCELLED"))))
                .isEqualTo("hearing-over");
        assertThat(door.reason(LAWYER, doors -> doors.change(matter, hearing, day(8), 1)))
                .isEqualTo("hearing-over");
        care.below("""
                insert into matter_end (matter_id, case_id, organisation_id, outcome, ended_on, noted_at, noted_by)
                  select matter_id, case_id, organisation_id, 'SETTLED', current_date, opened_at, opened_by from matter where matter_id = '%1$s';
                update matter_stage set stage = 'CLOSED' where matter_id = '%1$s'
                """.formatted(matter));
        assertThat(refused(day(9))).isEqualTo("matter-closed");
    }

    @Test
    void past_the_door_nobody_sets_a_hearing_before_its_matter_or_in_a_matter_that_is_not_theirs() throws Exception {
        String setting = """
                insert into hearing (hearing_id, matter_id, case_id, organisation_id, hearing_at, place)
                select gen_random_uuid(), matter_id, case_id, caller_organisation(), caller_now() + interval '%s days', 'COURT'
                  from matter where matter_id = '%s'
                """;
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, setting.formatted("-2", matter)))
                .hasMessageContaining("before its matter");
        assertThatThrownBy(() -> care.writes(LEAD, HOUR, setting.formatted("2", matter)))
                .hasMessageContaining("row-level security");
        care.writes(new Who(13, 7, "LEL"), HOUR, setting.formatted("2", matter));
        assertThat(care.below("select count(*) from hearing where matter_id = '%s'".formatted(matter)))
                .as("police find no matter to set one in")
                .isEqualTo("0");
    }

    @Test
    void moving_it_moves_its_times_and_asks_again_who_helps_her() throws Exception {
        HearingSet set = (HearingSet)
                told(LAWYER, doors -> doors.set(matter, day(60), null)).get(0);
        assertThat(set.lead().value()).isEqualTo(LEAD.organisation());
        assertThat(set.lawyers().value()).isEqualTo(LAWYER.organisation());
        assertThat(set.missing()).isTrue();
        assertThat(days(set)).containsExactly(39L, 53L, 58L, 67L);
        UUID hearing = set.hearing();
        assertThat(told(LEAD, doors -> doors.take(matter, hearing, new NewSupport("ESCORT"))))
                .as("an interpreter is still missing")
                .isEmpty();
        assertThat(told(LAWYER, doors -> doors.take(matter, hearing, new NewSupport("INTERPRETER"))))
                .containsExactly(new SupportChanged(hearing, false));
        assertThat(told(LAWYER, doors -> doors.giveBack(matter, hearing, new NewSupport("INTERPRETER"))))
                .containsExactly(new SupportChanged(hearing, true));
        HearingSet moved = (HearingSet)
                told(LAWYER, doors -> doors.change(matter, hearing, day(90), 0)).get(0);
        assertThat(moved.hearing()).isEqualTo(hearing);
        assertThat(days(moved)).containsExactly(69L, 83L, 88L, 97L);
        assertThat(of(LEAD).get(0).supports()).noneMatch(MatterView.Support::arranged);
        assertThat(told(LAWYER, doors -> doors.end(matter, hearing, result("ADJOURNED"))))
                .containsExactly(new HearingOver(hearing));
        assertThat(of(LEAD).get(0).result()).contains("ADJOURNED");
    }

    @Test
    void a_matter_says_the_next_of_its_hearings_and_after_it_the_one_that_follows() throws Exception {
        UUID second = set(day(20));
        UUID first = set(day(10));
        assertThat(next(HOUR)).isEqualTo(first.toString());
        assertThat(of(LEAD)).extracting(HearingView::id).containsExactly(first, second);
        assertThatThrownBy(() -> door.does(LEAD, DAY.multipliedBy(11), doors -> doors.passed(first)))
                .as("by the processes alone")
                .hasMessageContaining("42501");
        door.does(SYSTEM, DAY.multipliedBy(11), doors -> doors.passed(first));
        assertThat(next(DAY.multipliedBy(11))).isEqualTo(second.toString());
        door.does(LAWYER, DAY.multipliedBy(11), doors -> doors.end(matter, first, result("HELD")));
        door.does(LAWYER, DAY.multipliedBy(11), doors -> doors.end(matter, second, result("CANCELLED")));
        assertThat(next(DAY.multipliedBy(11))).isNull();
    }

    @Test
    void what_is_written_in_the_matter_is_a_hearing_and_what_was_stays_as_it_was() throws Exception {
        writes(HOUR, "hearing_at = caller_now() + interval '5 days', place = 'COURT', needs = '{ESCORT}'");
        UUID first = of(LEAD).get(0).id();
        writes(HOUR, "hearing_at = hearing_at + interval '1 day'");
        assertThat(of(LEAD)).extracting(HearingView::id).as("moved").containsExactly(first);
        writes(DAY.multipliedBy(7), "hearing_at = caller_now() + interval '9 days'");
        List<HearingView> later = of(LEAD);
        assertThat(later).hasSize(2);
        assertThat(later.get(1).id()).isEqualTo(first);
        assertThat(later.get(1).result()).contains("NOT_SAID");
        writes(DAY.multipliedBy(8), "hearing_at = null, place = null, needs = '{}'");
        assertThat(of(LEAD))
                .extracting(one -> one.result().orElse("-"))
                .containsExactlyInAnyOrder("CANCELLED", "NOT_SAID");
    }

    @Test
    void when_the_lead_moves_and_when_the_file_is_closed_its_hearings_follow() throws Exception {
        UUID hearing = set(day(10));
        care.below(
                "update case_file f set lead_organisation_id = '00000000-0000-4000-9000-000000000002' from matter m where m.matter_id = '%s' and f.case_id = m.case_id returning 1"
                        .formatted(matter));
        assertThat(care.below("select lead_organisation_id from hearing where hearing_id = '%s'".formatted(hearing)))
                .endsWith("02");
        assertThat(care.<List<Object>>as(LAWYER, HOUR, on -> {
                    HearingDoors.wired(on)
                            .of(HearingsEnd.class)
                            .closed(new org.alongside.closing.ClosingEvent.CaseClosed(court.caseOf(matter), false));
                    return on.told();
                }))
                .containsExactly(new HearingOver(hearing));
    }

    @Test
    void days_before_a_hearing_are_counted_by_the_calendar_also_where_clocks_change() {
        ZoneId vienna = ZoneId.of("Europe/Vienna");
        Instant nine = Instant.parse("2027-03-30T07:00:00Z");
        assertThat(HearingTimes.before(nine, Duration.ofDays(7), vienna))
                .as("nine o'clock in winter time")
                .isEqualTo(Instant.parse("2027-03-23T08:00:00Z"));
        assertThat(HearingTimes.before(nine, Duration.ofDays(2).plusHours(3), vienna))
                .isEqualTo(Instant.parse("2027-03-28T04:00:00Z"));
        assertThat(HearingTimes.after(Instant.parse("2027-10-30T07:00:00Z"), Duration.ofDays(1), vienna))
                .isEqualTo(Instant.parse("2027-10-31T08:00:00Z"));
        assertThat(HearingTimes.before(
                        Instant.parse("2027-03-16T16:00:00Z"), Duration.ofDays(3), ZoneId.of("America/New_York")))
                .isEqualTo(Instant.parse("2027-03-13T17:00:00Z"));
    }

    @Test
    void one_that_was_set_before_there_were_clocks_gets_its_clock_once_and_by_the_processes_alone() throws Exception {
        UUID first = set(day(30));
        UUID past = set(day(2));
        UUID said = set(day(4));
        door.does(LAWYER, HOUR, doors -> doors.end(matter, said, result("CANCELLED")));
        care.below("update hearing set clock_to_begin = true where matter_id = '%s' returning 1".formatted(matter));
        Duration later = DAY.multipliedBy(5);
        assertThatThrownBy(() -> door.does(LEAD, later, HearingService::beginClocks))
                .hasMessageContaining("42501");
        List<HearingFound> found = begun(later);
        assertThat(found).extracting(HearingFound::hearing).containsExactlyInAnyOrder(first, past);
        HearingSet ahead = found.stream()
                .filter(one -> one.hearing().equals(first))
                .findFirst()
                .orElseThrow()
                .set();
        assertThat(days(ahead)).as("as any other").containsExactly(9L, 23L, 28L, 37L);
        assertThat(ahead.missing()).isTrue();
        assertThat(ahead.lead().value()).isEqualTo(LEAD.organisation());
        assertThat(ahead.lawyers().value()).isEqualTo(LAWYER.organisation());
        assertThat(found.stream()
                        .filter(one -> one.hearing().equals(past))
                        .findFirst()
                        .orElseThrow()
                        .set()
                        .resultBy())
                .as("nobody was asked yet what came of it")
                .isEqualTo(care.now.plus(later).plus(DAY.multipliedBy(7)));
        assertThat(begun(later)).as("once").isEmpty();
    }

    @Test
    void where_it_is_broken_off_the_clock_is_still_to_begin_and_in_a_closed_file_none_begins() throws Exception {
        UUID hearing = set(day(30));
        care.below("update hearing set clock_to_begin = true where matter_id = '%s' returning 1".formatted(matter));
        assertThatThrownBy(() -> care.as(SYSTEM, HOUR, on -> {
                    HearingDoors.of(on).beginClocks();
                    throw new IllegalStateException("killed");
                }))
                .hasMessageContaining("killed");
        String file = court.caseOf(matter).toString();
        care.below("update case_file set status = 'CLOSED' where case_id = '%s' returning 1".formatted(file));
        assertThat(begun(HOUR)).isEmpty();
        care.below("update case_file set status = 'ACTIVE' where case_id = '%s' returning 1".formatted(file));
        assertThat(begun(HOUR)).extracting(HearingFound::hearing).containsExactly(hearing);
    }

    private List<HearingFound> begun(Duration later) throws Exception {
        return care.as(SYSTEM, later, on -> {
            assertThat(HearingDoors.of(on).beginClocks()).as("more left").isFalse();
            return on.told().stream().map(HearingFound.class::cast).toList();
        });
    }

    private List<Long> days(HearingSet set) {
        return List.of(set.askAt(), set.remindAt(), set.supervisorAt(), set.resultBy()).stream()
                .map(at -> Math.round(Duration.between(care.now, at).toHours() / 24.0))
                .toList();
    }

    private List<Object> told(Who who, Door.Deed<HearingService> deed) throws Exception {
        return care.as(who, HOUR, on -> {
            deed.in(HearingDoors.of(on));
            return on.told();
        });
    }

    private UUID set(NewHearingDay day) throws Exception {
        return care.as(LAWYER, HOUR, on -> HearingDoors.of(on).set(matter, day, null));
    }

    private String refused(NewHearingDay day) {
        return door.reason(LAWYER, doors -> doors.set(matter, day, null));
    }

    private void writes(Duration later, String what) throws Exception {
        care.writes(LAWYER, later, "update hearing_minimum set %s where matter_id = '%s'".formatted(what, matter));
    }

    private List<HearingView> of(Who who) throws Exception {
        return care.as(who, HOUR, on -> HearingDoors.of(on).of(matter));
    }

    private String rows(Who who, String table) throws Exception {
        return care.sees(who, HOUR, "select count(*) from %s where matter_id = '%s'".formatted(table, matter));
    }

    private String next(Duration later) throws Exception {
        return care.sees(
                LEAD, later, "select hearing_id from hearing_minimum where matter_id = '%s'".formatted(matter));
    }

    private NewHearingDay day(int inDays) {
        return new NewHearingDay(
                at(inDays),
                "TRIAL_TESTIMONY",
                "COURT",
                "IN_PERSON",
                List.of("INTERPRETER", "ESCORT"),
                List.of("SCREEN", "SEPARATE_WAITING"));
    }

    private Instant at(int inDays) {
        return care.now.plus(DAY.multipliedBy(inDays));
    }

    private NewProtectionAnswer answer(String measure, String answer, int inDays) {
        return new NewProtectionAnswer(
                measure,
                answer,
                LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC).plusDays(inDays));
    }

    private static NewHearingResult result(String result) {
        return new NewHearingResult(result, "She was brave");
    }
}
