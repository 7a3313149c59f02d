package org.alongside.proceeding;

import static org.alongside.setup.Care.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.alongside.guardian.GuardianLeft;
import org.alongside.guardian.PersonExcluded;
import org.alongside.proceeding.DeadlineEvent.DeadlineOver;
import org.alongside.proceeding.DeadlineEvent.DeadlineSet;
import org.alongside.proceeding.NewCounsel.NewConflictCheck;
import org.alongside.proceeding.NewCounsel.NewMandate;
import org.alongside.proceeding.NewCounsel.NewMandateEnd;
import org.alongside.proceeding.NewStage.NewMatterEnd;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.MatterId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counsel is warned before a mandate ends, and where the guardian who signed it stands for her no more. */
class MandateDaysTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who LAWYER = Court.LAWYER;

    private final Care care = new Care(TestDatabase.get());
    private final Court court = new Court(TestDatabase.get(), care);
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);
    private MatterId matter;

    @BeforeEach
    void she_asks_a_lawyer_who_may_act_for_her() throws Exception {
        matter = court.matter("CIVIL_COMPENSATION", "ADVICE");
        told(LAWYER, on -> on.of(CounselService.class)
                .check(matter, new NewConflictCheck("TRAFFICKER", false, false, false, List.of()), null));
    }

    @Test
    void a_mandate_with_a_last_day_has_its_clock_by_the_row_of_mandates_and_only_her_lawyer_reads_what_the_day_is()
            throws Exception {
        List<Object> told = sign("HERSELF", today.plusDays(60));
        Instant begins = today.plusDays(60).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(told).singleElement().isInstanceOfSatisfying(DeadlineSet.class, set -> {
            assertThat(set.askAt()).isEqualTo(begins.minus(Duration.ofDays(30)));
            assertThat(set.supervisorAt()).isEqualTo(begins.minus(Duration.ofDays(6)));
            assertThat(set.dueAt()).isEqualTo(begins.plus(Duration.ofDays(1)));
        });
        assertThat(running(LAWYER)).singleElement().satisfies(day -> {
            assertThat(day.dueOn()).isEqualTo(today.plusDays(60));
            assertThat(day.file().orElseThrow().mandate()).isPresent();
        });
        assertThat(running(LEAD)).singleElement().satisfies(day -> assertThat(day.file())
                .isEmpty());
    }

    @Test
    void without_a_last_day_nobody_is_warned_and_one_that_is_over_already_begins_no_clock() throws Exception {
        assertThat(sign("HERSELF", null)).isEmpty();
        assertThat(running(LAWYER)).isEmpty();
        end();
        told(LAWYER, on -> on.of(CounselService.class)
                .sign(
                        matter,
                        new NewMandate("HERSELF", "ALL_INSTANCES", today.minusDays(9), today.minusDays(2)),
                        null));
        assertThat(running(LAWYER)).isEmpty();
    }

    @Test
    void a_mandate_that_was_ended_is_warned_of_no_more_and_the_next_one_is() throws Exception {
        sign("HERSELF", today.plusDays(60));
        assertThat(end()).singleElement().isInstanceOf(DeadlineOver.class);
        assertThat(running(LAWYER)).isEmpty();
        sign("HERSELF", today.plusDays(90));
        assertThat(running(LAWYER)).singleElement().satisfies(day -> assertThat(day.dueOn())
                .isEqualTo(today.plusDays(90)));
    }

    @Test
    void a_matter_is_closed_though_its_mandate_runs_and_its_clock_ends_with_it() throws Exception {
        sign("HERSELF", today.plusDays(60));
        List<Object> told = told(LAWYER, on -> on.of(StageService.class)
                .end(matter, new NewMatterEnd("WITHDRAWN_BY_SURVIVOR", null, today)));
        assertThat(told).hasAtLeastOneElementOfType(DeadlineOver.class);
        assertThat(running(LAWYER)).isEmpty();
    }

    @Test
    void where_the_guardian_who_signed_decides_for_her_a_shorter_time_that_is_the_day() throws Exception {
        guardian("caller_now() + interval '20 days'");
        sign("GUARDIAN", today.plusDays(60));
        assertThat(running(LAWYER)).singleElement().satisfies(day -> assertThat(day.dueOn())
                .isEqualTo(
                        LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC).plusDays(20)));
    }

    @Test
    void where_the_guardian_who_signed_is_there_no_more_counsel_is_asked_today_once() throws Exception {
        guardian("null");
        sign("GUARDIAN", today.plusDays(60));
        assertThat(leaves(LEAD)).as("she has a guardian still").isEmpty();
        care.below(
                "update guardian set ended_at = opened_at + interval '1 minute' from case_file f where f.case_id = guardian.case_id and f.case_id = '%s' returning 1"
                        .formatted(court.caseOf(matter)));
        List<Object> told = leaves(LEAD);
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isInstanceOf(DeadlineOver.class);
        assertThat(((DeadlineSet) told.get(1)).askAt()).isBefore(care.now);
        assertThat(running(LAWYER)).singleElement().satisfies(day -> {
            assertThat(day.dueOn()).isEqualTo(today);
            assertThat(day.file().orElseThrow().mandate()).isPresent();
        });
        assertThat(leaves(LEAD)).as("asked again").isEmpty();
        assertThatThrownBy(() -> leaves(LAWYER))
                .as("nobody but who leads says so")
                .hasMessageContaining("42501");
    }

    @Test
    void a_mandate_that_she_signed_herself_is_left_alone_by_nobody() throws Exception {
        sign("HERSELF", null);
        assertThat(leaves(LEAD)).isEmpty();
        assertThat(running(LAWYER)).isEmpty();
    }

    private List<Object> leaves(Who who) throws Exception {
        return told(who, on -> {
            MandatesLeftAlone alone = on.of(MandatesLeftAlone.class);
            alone.left(new GuardianLeft(court.caseOf(matter)));
            alone.excluded(new PersonExcluded(court.caseOf(matter), care.now));
        });
    }

    private void guardian(String until) throws Exception {
        care.below("""
                insert into guardian (guardian_id, case_id, type, name, powers, order_reference, mandate_from, mandate_until, conflict_checked_by,
                                      conflict_checked_at, needed_at, requested_at, appointed_at, recorded_at, recorded_by)
                select gen_random_uuid(), case_id, 'APPOINTED', 'n', '{LEGAL}', 'r', opened_at, %s, 'w', opened_at, opened_at, opened_at, opened_at,
                       opened_at, opened_by from matter where matter_id = '%s'
                """.formatted(until.replace("caller_now()", "'" + care.now.plus(HOUR) + "'::timestamptz"), matter));
    }

    private List<Object> sign(String giver, LocalDate until) throws Exception {
        return told(LAWYER, on -> on.of(CounselService.class)
                .sign(matter, new NewMandate(giver, "ALL_INSTANCES", today, until), null));
    }

    private List<Object> end() throws Exception {
        return told(LAWYER, on -> on.of(CounselService.class).endMandate(matter, new NewMandateEnd("HERSELF", today)));
    }

    private List<DeadlineView> running(Who who) throws Exception {
        return care.as(who, HOUR, on -> HearingDoors.deadlineDoors(on).of(matter)).stream()
                .filter(day -> day.outcome().isEmpty())
                .toList();
    }

    private interface Deed {
        void in(Wired on) throws Exception;
    }

    private List<Object> told(Who who, Deed deed) throws Exception {
        return care.as(who, HOUR, on -> {
            deed.in(HearingDoors.wired(on).with(DeadlineTimes.class, MandateDaysTest::warnings));
            return on.told();
        });
    }

    /** Of a mandate another time than of all else. */
    private static DeadlineTimes.Warnings warnings(String kind) {
        return "MANDATE".equals(kind)
                ? new DeadlineTimes.Warnings(Duration.ofDays(30), Duration.ofDays(14), Duration.ofDays(6))
                : new DeadlineTimes.Warnings(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(7));
    }
}
