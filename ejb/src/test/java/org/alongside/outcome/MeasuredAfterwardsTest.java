package org.alongside.outcome;

import static org.alongside.setup.Doorway.COLLEAGUE;
import static org.alongside.setup.Doorway.COORDINATOR;
import static org.alongside.setup.Doorway.COUNSELLOR;
import static org.alongside.setup.Doorway.LAWYER;
import static org.alongside.setup.Doorway.LEAD;
import static org.alongside.setup.Doorway.POLICE;
import static org.alongside.setup.Doorway.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.setup.Doorway;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;

/** A scale after closing: in a follow-up that reached her, if she agreed, by who led her file; and what must alarm worries. */
class MeasuredAfterwardsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final UUID PHQ9 = UUID.fromString("00000000-0000-4000-c100-000000000001");
    private static final UUID GAD7 = UUID.fromString("00000000-0000-4000-c100-000000000002");
    private static final List<Integer> CALM = List.of(0, 0, 1, 0, 0, 0, 0);

    private final Doorway doorway = new Doorway();

    @Test
    void who_was_reached_is_offered_each_scale_once_and_her_sum_stands_at_the_point_of_the_follow_up()
            throws Exception {
        CaseId her = closed(false, "YES");
        FollowUpId first = first(her);
        assertThat(reason(90, first)).isEqualTo("follow-up-not-yet");
        assertThat(reason(92, first)).isEqualTo("note-the-try-first");
        tried(her, first, 92, "NO_ANSWER");
        assertThat(reason(92, first)).as("nobody answered").isEqualTo("note-the-try-first");
        tried(her, first, 93, "REACHED");
        assertThat(offered(first, 93)).extracting(Scale::code).containsExactly("GAD-7", "PHQ-9");
        assertThatThrownBy(() -> past(first, 93, GAD7, "0,0,0,0,0,0,4")).hasMessageContaining("outside its range");
        measure(first, 93, GAD7, CALM);
        assertThat(offered(first, 93)).extracting(Scale::code).containsExactly("PHQ-9");
        assertThat(reason(93, first)).isEqualTo("answered-already");
        assertThatThrownBy(() -> past(first, 93, GAD7, "0,0,0,0,0,0,0"))
                .as("nor past the door")
                .hasMessageContaining("measure_follow_up");
        assertThat(doorway.below("select point || ' ' || score from measure where case_id = '%s'".formatted(her)))
                .isEqualTo("M3 1");
        for (Who who : List.of(LEAD, SUPERVISOR)) {
            assertThat(doorway.sees(who, days(94), "select score from measure where case_id = '%s'".formatted(her)))
                    .hasSize(1);
        }
        for (Who who : List.of(COLLEAGUE, COUNSELLOR, LAWYER, POLICE, COORDINATOR)) {
            for (String table : List.of("measure", "measure_answer")) {
                assertThat(doorway.sees(who, days(94), "select 1 from %s where case_id = '%s'".formatted(table, her)))
                        .as(who.role())
                        .isEmpty();
            }
        }
    }

    @Test
    void without_her_agreement_or_after_it_is_over_no_scale_is_put_to_her() throws Exception {
        CaseId her = closed(false, "YES");
        FollowUpId first = first(her);
        tried(her, first, 92, "REACHED");
        doorway.arrange("""
                insert into purpose_answer (purpose_answer_id, case_id, purpose, answer, given_at, conversation_id, medium, language, interpreter,
                                            recorded_at, recorded_by)
                values (gen_random_uuid(), '%s', 'FOLLOWUP_CONTACT', 'REFUSED', '%s', gen_random_uuid(), 'WRITTEN', 'eng', 'NONE', now(), '%s')
                """.formatted(her, doorway.now.plus(days(92)).plusSeconds(60), LEAD.id()));
        assertThat(reason(93, first)).isEqualTo("no-follow-up-agreed");
        assertThatThrownBy(() -> past(first, 93, GAD7, "0,0,0,0,0,0,0")).hasMessageContaining("not permitted");

        CaseId other = closed(false, "YES");
        FollowUpId over = first(other);
        tried(other, over, 92, "REACHED");
        done(over, 92, false);
        assertThat(reason(93, over)).isEqualTo("follow-up-over");
        assertThatThrownBy(() -> past(over, 93, GAD7, "0,0,0,0,0,0,0")).hasMessageContaining("not permitted");
        for (Who who : List.of(SUPERVISOR, COLLEAGUE, COUNSELLOR)) {
            assertThatThrownBy(() -> doorway.sees(
                            who,
                            days(93),
                            "select measure_afterwards(gen_random_uuid(), '%s', '%s', 'HERSELF', current_date, '{0,0,0,0,0,0,0}')"
                                    .formatted(over, GAD7)))
                    .as(who.role())
                    .hasMessageContaining("not permitted");
        }
    }

    @Test
    void what_must_alarm_worries_whatever_else_is_said_and_whoever_answered_was_reached() throws Exception {
        CaseId her = closed(false, "YES");
        FollowUpId first = first(her);
        tried(her, first, 92, "REACHED");
        measure(first, 92, PHQ9, List.of(0, 0, 0, 0, 0, 0, 0, 0, 1));
        assertThatThrownBy(() -> done(first, 92, false))
                .as("past the door, too")
                .hasMessageContaining("not permitted");
        assertThatThrownBy(() -> doorway.sees(
                        LEAD,
                        days(92),
                        "select * from follow_up_done('%s', 'NOT_REACHED', false, null, '{}', '{}', null)"
                                .formatted(first)))
                .hasMessageContaining("not permitted");
        done(first, 92, true);
        assertThat(doorway.below("select count(*) from safety_alert where case_id = '%s'".formatted(her)))
                .as("nobody is on call for a closed file: opening it again is offered")
                .isEqualTo("0");
    }

    @Test
    void a_child_is_put_no_scale_for_adults_afterwards_either() throws Exception {
        CaseId child = closed(false, "YES");
        FollowUpId first = first(child);
        tried(child, first, 92, "REACHED");
        doorway.arrange("update identity_minimum set child = true where case_id = '%s'".formatted(child));
        assertThat(offered(first, 93)).isEmpty();
        assertThat(reason(93, first)).isEqualTo("scale-for-adults");
        assertThatThrownBy(() -> past(first, 93, GAD7, "0,0,0,0,0,0,0")).hasMessageContaining("not permitted");
    }

    private CaseId closed(boolean child, String followUp) throws Exception {
        CaseId caseId = doorway.led(child);
        doorway.arrange("""
                insert into closing (closing_id, case_id, episode_no, reason, conversation, data_notice, follow_up, follow_up_channel,
                                     follow_up_giver, proposed_at, proposed_by)
                values (gen_random_uuid(), '%s', 1, 'GOALS_ACHIEVED', 'AGREES', 'GIVEN', '%s', 'PHONE', 'SELF', '%s', '%s')
                """.formatted(caseId, followUp, doorway.now.minusSeconds(60), LEAD.id()));
        String closing = doorway.below("select closing_id from closing where case_id = '" + caseId + "'");
        doorway.writes(SUPERVISOR, Duration.ZERO, "select closing_approve('" + closing + "')");
        doorway.writes(
                SUPERVISOR,
                Duration.ZERO,
                "select * from follow_ups_begin('%1$s', '{M3}', array['%2$s'::timestamptz], array['%3$s'::timestamptz])"
                        .formatted(caseId, doorway.now.plus(days(91)), doorway.now.plus(days(105))));
        return caseId;
    }

    private FollowUpId first(CaseId caseId) throws Exception {
        return FollowUpId.of(
                doorway.below("select follow_up_id from follow_up where case_id = '%s'".formatted(caseId)));
    }

    private void tried(CaseId caseId, FollowUpId id, int day, String outcome) throws Exception {
        doorway.writes(LEAD, days(day), """
                insert into contact_attempt (attempt_id, case_id, attempted_at, channel, outcome, recorded_at, recorded_by, follow_up_id)
                values (gen_random_uuid(), '%s', caller_now(), 'PHONE', '%s', caller_now(), '%s', '%s')
                """.formatted(caseId, outcome, LEAD.id(), id));
    }

    private void done(FollowUpId id, int day, boolean concern) throws Exception {
        doorway.writes(
                LEAD,
                days(day),
                "select * from follow_up_done('%s', 'REACHED', %s, caller_now() + interval '2 days', '{SAFETY}', '{GOOD}', null)"
                        .formatted(id, concern));
    }

    private void past(FollowUpId id, int day, UUID scale, String answers) throws Exception {
        doorway.writes(
                LEAD,
                days(day),
                "select measure_afterwards(gen_random_uuid(), '%s', '%s', 'HERSELF', caller_now()::date, '{%s}')"
                        .formatted(id, scale, answers));
    }

    private List<Scale> offered(FollowUpId id, int day) throws Exception {
        return doorway.as(
                LEAD, days(day), inside -> inside.of(LaterMeasureService.class).offered(id));
    }

    private void measure(FollowUpId id, int day, UUID scale, List<Integer> answers) throws Exception {
        doorway.as(LEAD, days(day), inside -> {
            inside.of(LaterMeasureService.class)
                    .measure(
                            id,
                            new NewLaterMeasure(
                                    scale,
                                    "HERSELF",
                                    LocalDate.ofInstant(doorway.now.plus(days(day)), ZoneOffset.UTC),
                                    new ArrayList<>(answers)),
                            null);
            return null;
        });
    }

    private String reason(int day, FollowUpId id) {
        return catchThrowableOfType(Refusal.class, () -> measure(id, day, GAD7, CALM))
                .reasons()
                .get(0)
                .code();
    }

    private static Duration days(int days) {
        return DAY.multipliedBy(days);
    }
}
