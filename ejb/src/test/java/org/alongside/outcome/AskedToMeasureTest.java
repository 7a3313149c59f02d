package org.alongside.outcome;

import static org.alongside.setup.Care.COUNSELLOR;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.MENTOR;
import static org.alongside.setup.Care.OUTSIDE;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.outcome.MeasureEvent.MeasureAsked;
import org.alongside.outcome.MeasureEvent.MeasureEnded;
import org.alongside.outcome.MeasureEvent.MeasureSettled;
import org.alongside.outcome.MeasureTimes.MeasureTime;
import org.alongside.outcome.OutcomeView.AskedMeasure;
import org.alongside.safety.Alarm;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Who leads is asked by a clock to measure, through the doors and past them: once at a time, only where a scale fits, and never against her no. */
class AskedToMeasureTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final UUID GAD7 = UUID.fromString("00000000-0000-4000-c100-000000000002");

    private final Care care = new Care(TestDatabase.own());

    @Test
    void the_lead_is_asked_at_entry_and_each_quarter_after_the_last_time_and_one_question_is_open_at_a_time()
            throws Exception {
        CaseId her = opened(false, 13);
        assertThat(look(0)).isEmpty();
        MeasureAsked first = (MeasureAsked) look(2).get(0);
        assertThat(first.lead().value()).isEqualTo(LEAD.organisation());
        assertThat(asked(her, 2)).map(AskedMeasure::point).contains("ENTRY");
        assertThat(asked(her, 2)).map(AskedMeasure::dueAt).contains(care.now.plus(days(2 + 14)));
        assertThat(look(2)).as("asked, it is not asked again").isEmpty();
        assertThat(look(400)).as("nor a year later while nobody settled it").isEmpty();
        assertThat(measure(LEAD, her, 20, true))
                .as("settled by the sum")
                .containsExactly(new MeasureSettled(List.of(first.ask())));
        assertThat(asked(her, 20)).isEmpty();
        assertThat(look(20 + 90)).isEmpty();
        assertThat(look(20 + 92)).as("a quarter after the last time").hasSize(1);
        assertThat(asked(her, 112)).map(AskedMeasure::point).contains("QUARTER");
        assertThat(care.below("select string_agg(settled, ',') from measure_ask where case_id = '%s'".formatted(her)))
                .isEqualTo("MEASURED");
    }

    @Test
    void who_was_measured_before_is_not_asked_and_an_old_file_begins_with_its_quarter() throws Exception {
        CaseId measured = opened(false, 1);
        measure(LEAD, measured, 1, true);
        assertThat(look(30)).isEmpty();
        assertThat(look(93)).hasSize(1);
        CaseId old = opened(false, 400);
        assertThat(look(94)).hasSize(1);
        assertThat(asked(old, 94)).map(AskedMeasure::point).contains("QUARTER");
    }

    @Test
    void what_a_counsellor_keeps_from_the_lead_settles_nothing_and_what_the_lead_may_know_does() throws Exception {
        CaseId her = opened(false, 20);
        look(0);
        assertThat(measure(COUNSELLOR, her, 1, false))
                .as("the lead would see that she was measured")
                .isEmpty();
        assertThat(asked(her, 2)).isPresent();
        assertThat(measure(COUNSELLOR, her, 2, true)).hasSize(1);
        assertThat(asked(her, 3)).isEmpty();
    }

    @Test
    void her_no_ends_the_question_and_nobody_asks_her_again_where_she_says_so() throws Exception {
        CaseId her = opened(false, 20);
        UUID first = ((MeasureAsked) look(0).get(0)).ask();
        assertThat(no(LEAD, her, 1, "NOT_NOW")).containsExactly(new MeasureSettled(List.of(first)));
        assertThat(reason(LEAD, her, 1, "NOT_NOW")).isEqualTo("not-asked-to-measure");
        assertThat(reason(LEAD, her, 1, "PERHAPS")).isEqualTo("unknown-code");
        assertThat(look(92)).as("asked again a quarter later").hasSize(1);
        no(LEAD, her, 93, "NOT_AGAIN");
        assertThat(look(800)).as("not again").isEmpty();
        care.below(
                "insert into case_episode (case_id, episode_no, opened_at, opened_by) select case_id, 2, '%s', opened_by from case_episode where case_id = '%s'"
                        .formatted(care.now.plus(days(700)), her));
        care.below("update case_file set episode_no = 2 where case_id = '%s'".formatted(her));
        assertThat(look(800)).as("her file was opened again: once").hasSize(1);
    }

    @Test
    void no_child_is_asked_after_until_there_is_a_scale_for_her_and_none_of_whom_it_is_not_known() throws Exception {
        opened(true, 20);
        CaseId unknown = opened(false, 20);
        care.below("delete from identity_minimum where case_id = '%s'".formatted(unknown));
        assertThat(look(1)).isEmpty();
    }

    @Test
    void a_file_that_is_closed_is_not_asked_of_and_closing_ends_what_is_asked() throws Exception {
        CaseId her = opened(false, 20);
        UUID ask = ((MeasureAsked) look(0).get(0)).ask();
        assertThat(closed(her, 1)).as("still open: nothing ends").isEmpty();
        care.below("update case_file set status = 'CLOSED' where case_id = '%s'".formatted(her));
        assertThat(closed(her, 1)).containsExactly(new MeasureEnded(List.of(ask)));
        assertThat(closed(her, 1)).isEmpty();
        assertThat(look(200)).isEmpty();
        CaseId waiting = opened(false, 20);
        care.below("update case_file set status = 'SCREENING' where case_id = '%s'".formatted(waiting));
        assertThat(look(200)).as("not in care yet").isEmpty();
    }

    @Test
    void who_leads_reads_it_and_nobody_else_and_past_the_doors_nobody_asks_or_settles() throws Exception {
        CaseId her = opened(false, 20);
        look(0);
        String question = "select count(*) from measure_ask where case_id = '%s'".formatted(her);
        assertThat(care.sees(LEAD, DAY, question)).isEqualTo("1");
        assertThat(care.sees(SUPERVISOR, DAY, question)).isEqualTo("1");
        for (Who who : List.of(COUNSELLOR, SHIFT, MENTOR)) {
            assertThat(care.sees(who, DAY, question)).as(who.role()).isEqualTo("0");
        }
        for (Who who : OUTSIDE) {
            assertThat(care.sees(who, DAY, question)).as(who.role()).isEqualTo("0");
        }
        for (Who who : List.of(SUPERVISOR, COUNSELLOR, MENTOR)) {
            assertThatThrownBy(() ->
                            care.sees(who, DAY, "select * from measure_asks_settle('%s', 'NOT_AGAIN')".formatted(her)))
                    .as(who.role())
                    .hasMessageContaining("not permitted");
        }
        assertThatThrownBy(() -> care.sees(
                        LEAD, DAY, "select count(*) from measure_asks_raise('1 day', '1 day', '1 day', '1 day', 9)"))
                .hasMessageContaining("not permitted");
        assertThatThrownBy(() ->
                        care.writes(LEAD, DAY, "update measure_ask set settled_at = caller_now(), settled = 'CLOSED'"))
                .hasMessageContaining("permission denied");
        assertThat(care.sees(LEAD, DAY, "select count(*) from measure_asks_settle('%s', 'MEASURED')".formatted(her)))
                .as("nothing was measured")
                .isEqualTo("0");
    }

    @Test
    void points_of_a_follow_up_are_refused_while_a_file_is_open_at_the_door_and_past_it() throws Exception {
        CaseId her = opened(false, 20);
        Refusal refused = catchThrowableOfType(
                Refusal.class,
                () -> care.as(LEAD, DAY, on -> {
                    outcomes(on).measure(her, measured("M3", 1, true), null);
                    return null;
                }));
        assertThat(refused.reasons().get(0).code()).isEqualTo("only-after-closing");
        assertThatThrownBy(() -> care.sees(
                        LEAD,
                        DAY,
                        "select measure_add(gen_random_uuid(), '%s', '%s', 'M3', 'HERSELF', current_date, true, '{0,0,0,0,0,0,0}')"
                                .formatted(her, GAD7)))
                .hasMessageContaining("check");
    }

    /** Somebody in care whose file is so many days old. */
    private CaseId opened(boolean child, int days) throws SQLException {
        CaseId her = care.survivor(child);
        care.below("update case_file set status = 'ACTIVE' where case_id = '%s'".formatted(her));
        care.below("update case_episode set opened_at = '%s' where case_id = '%s'"
                .formatted(care.now.minus(days(days)), her));
        return her;
    }

    /** As the process does every hour: what it told. */
    private List<Object> look(int day) throws Exception {
        return care.as(SYSTEM, days(day), on -> {
            asks(on).look();
            return on.told();
        });
    }

    private List<Object> no(Who who, CaseId her, int day, String answer) throws Exception {
        return care.as(who, days(day), on -> {
            asks(on).declined(her, new NewNo(answer));
            return on.told();
        });
    }

    private String reason(Who who, CaseId her, int day, String answer) {
        return catchThrowableOfType(Refusal.class, () -> no(who, her, day, answer))
                .reasons()
                .get(0)
                .code();
    }

    private List<Object> closed(CaseId her, int day) throws Exception {
        return care.as(SUPERVISOR, days(day), on -> {
            on.of(AsksEnd.class).closed(new CaseClosed(her, false));
            return on.told();
        });
    }

    private List<Object> measure(Who who, CaseId her, int day, boolean leadMayKnow) throws Exception {
        return care.as(who, days(day), on -> {
            outcomes(on).measure(her, measured("QUARTER", day, leadMayKnow), null);
            return on.told();
        });
    }

    private NewMeasure measured(String point, int day, boolean leadMayKnow) {
        return new NewMeasure(
                GAD7,
                point,
                "HERSELF",
                LocalDate.ofInstant(care.now.plus(days(day)), ZoneOffset.UTC),
                Collections.nCopies(7, 1),
                leadMayKnow);
    }

    private Optional<AskedMeasure> asked(CaseId her, int day) throws Exception {
        return care.as(LEAD, days(day), on -> outcomes(on).of(her)).asked();
    }

    private static MeasureAskService asks(On on) {
        return on.wired()
                .with(MeasureTimes.class, point -> new MeasureTime(days("ENTRY".equals(point) ? 14 : 91), days(14)))
                .of(MeasureAskService.class);
    }

    private static OutcomeService outcomes(On on) {
        return Alarm.in(on.wired()).of(OutcomeService.class);
    }

    private static Duration days(int days) {
        return DAY.multipliedBy(days);
    }
}
