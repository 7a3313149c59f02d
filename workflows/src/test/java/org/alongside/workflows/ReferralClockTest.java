package org.alongside.workflows;

import static org.alongside.referral.Urgency.EMERGENCY;
import static org.alongside.referral.Urgency.ROUTINE;
import static org.alongside.referral.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.alongside.referral.AnswerTimes;
import org.alongside.referral.Approval;
import org.alongside.referral.ReferralEvent.ReferralSent;
import org.alongside.referral.Urgency;
import org.alongside.shared.OrganisationId;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.StaffTable;
import org.alongside.worklist.TaskGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when nobody acts and time goes by; the clock is moved, timers are never waited for. */
class ReferralClockTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.workOff();
        world.asked.clear();
    }

    @Test
    void shelter_is_reminded_after_three_quarters_of_the_time_and_not_before() {
        Story story = Story.sent(world, URGENT);
        world.pass(Duration.ofMinutes(134));
        assertThat(asked()).isEmpty();
        assertThat(world.task(story.id(), "answer").reminded()).isFalse();
        world.pass(MINUTE.multipliedBy(2));
        assertThat(asked()).containsExactly("remind");
        assertThat(world.task(story.id(), "answer").reminded()).isTrue();
        assertThat(story.waiting()).containsExactly("answer");
    }

    @Test
    void supervisors_of_the_shelter_are_asked_when_the_answer_was_due() {
        Story story = Story.sent(world, URGENT);
        world.pass(Duration.ofHours(3));
        assertThat(story.waiting()).containsExactly("answer", "overdue");
        EngineTask overdue = world.task(story.id(), "overdue");
        assertThat(overdue.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.CEDAR_HOUSE, "SUP", "SHM"));
        assertThat(overdue.dueAt().orElseThrow()).isAfter(world.now().plus(Duration.ofHours(20)));
        assertThat(story.accept().waiting())
                .as("answered: nobody need see to it")
                .containsExactly("first-contact");
    }

    @Test
    void coordinators_of_every_coordinating_organisation_look_at_what_stays_unanswered() {
        OrganisationId second = OrganisationId.random();
        world.coordinating = List.of(World.COORDINATION, second);
        Story story = Story.sent(world, URGENT);
        world.pass(Duration.ofHours(6));
        assertThat(asked()).containsExactly("remind", "escalate");
        assertThat(story.waiting()).containsExactly("answer", "look-at-overdue", "overdue");
        List<TaskGroup> both = List.of(new TaskGroup(World.COORDINATION, "NRM"), new TaskGroup(second, "NRM"));
        assertThat(world.task(story.id(), "look-at-overdue").offeredTo()).containsExactlyInAnyOrderElementsOf(both);
        assertThat(story.decline().waiting()).as("answered: ends by itself").containsExactly("next-provider");
    }

    @Test
    void nobody_to_coordinate_is_a_failure_that_shows() {
        world.coordinating = List.of();
        Story story = Story.sent(world, URGENT);
        world.move(Duration.ofHours(6));
        assertThatThrownBy(() -> world.workOff()).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(story.waiting()).doesNotContain("look-at-overdue");
        world.coordinating = List.of(World.COORDINATION);
        world.pass(MINUTE);
        assertThat(story.waiting()).contains("look-at-overdue");
    }

    @Test
    void time_runs_out_and_the_next_provider_is_put_in_front_of_the_sender() {
        Story story = Story.sent(world, URGENT).ask();
        world.pass(Duration.ofHours(24));
        assertThat(asked()).containsExactly("remind", "escalate", "expire");
        assertThat(story.waiting()).containsExactly("next-provider");
        assertThat(world.task(story.id(), "next-provider").dueAt().orElseThrow())
                .isBetween(
                        world.now().plus(Duration.ofMinutes(179)), world.now().plus(Duration.ofMinutes(180)));
        assertThat(story.standing().passed()).contains("time-ran-out", "expire").doesNotContain("answer", "the-answer");
        assertThat(story.chooseNext().ended()).isTrue();
    }

    @Test
    void each_timer_rings_once_however_far_the_clock_was_moved() {
        Story story = Story.sent(world, EMERGENCY);
        world.pass(Duration.ofDays(30));
        assertThat(asked()).containsExactly("remind", "escalate", "expire");
        world.pass(Duration.ofDays(30));
        assertThat(asked()).containsExactly("remind", "escalate", "expire");
        assertThat(story.waiting()).containsExactly("next-provider");
    }

    @Test
    void every_urgency_keeps_its_own_times() {
        Story emergency = Story.sent(world, EMERGENCY);
        Story routine = Story.sent(world, ROUTINE);
        world.pass(Duration.ofHours(2));
        assertThat(emergency.waiting()).containsExactly("next-provider");
        assertThat(routine.waiting()).containsExactly("answer");
        world.pass(Duration.ofDays(7).minusHours(3));
        assertThat(routine.waiting()).containsExactly("answer", "look-at-overdue", "overdue");
        world.pass(Duration.ofHours(1));
        assertThat(routine.waiting()).containsExactly("next-provider");
    }

    @Test
    void no_clock_runs_before_it_is_sent_nor_after_it_is_answered() {
        Story.submitted(world, EMERGENCY, Approval.BEFORE);
        Story.sent(world, EMERGENCY).accept();
        Story.sent(world, EMERGENCY).decline();
        Story.sent(world, EMERGENCY).revoke();
        world.pass(Duration.ofDays(2));
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_waiting_list_is_asked_for_every_three_days_until_it_is_reviewed() {
        Story story = Story.sent(world, URGENT).waitlist();
        world.pass(Duration.ofDays(2));
        assertThat(asked()).isEmpty();
        assertThat(world.task(story.id(), "review-waiting-list").reminded()).isFalse();
        world.pass(Duration.ofDays(1));
        assertThat(asked()).containsExactly("remind");
        assertThat(world.task(story.id(), "review-waiting-list").reminded()).isTrue();
        world.pass(Duration.ofDays(3));
        assertThat(asked()).containsExactly("remind", "remind");
        world.pass(Duration.ofDays(30));
        assertThat(asked()).as("once after a long silence, not ten times").hasSize(3);
        story.accept();
        world.pass(Duration.ofDays(9));
        assertThat(asked()).hasSize(3);
    }

    @Test
    void a_question_asked_late_is_due_before_everything_runs_out() {
        Story story = Story.sent(world, URGENT);
        var expires = world.times(URGENT).expiresAt();
        world.pass(Duration.ofHours(4));
        story.ask();
        assertThat(world.task(story.id(), "answer-question").dueAt().orElseThrow())
                .isBetween(expires.minusSeconds(5), expires.plusSeconds(5));
    }

    @Test
    void a_timer_never_rings_a_part_of_a_millisecond_too_early() {
        Story story = Story.submitted(world, URGENT, Approval.NONE);
        var at = world.now()
                .plus(Duration.ofHours(1))
                .truncatedTo(ChronoUnit.MILLIS)
                .plusNanos(1000);
        world.referrals.sent(new ReferralSent(story.referral, new AnswerTimes(at, at, at, at), world.now()));
        assertThat(world.task(story.id(), "answer").dueAt().orElseThrow()).isAfterOrEqualTo(at);
    }

    @Test
    void it_does_not_leave_the_shelter_where_the_domain_does_not_let_it_run_out() {
        world.domainLetsItRunOut = false;
        Story story = Story.sent(world, URGENT);
        world.move(Duration.ofHours(24));
        assertThatThrownBy(world::workOff).isInstanceOf(RuntimeException.class);
        assertThat(story.waiting()).contains("answer").doesNotContain("next-provider");
        world.domainLetsItRunOut = true;
        world.pass(MINUTE);
        assertThat(story.waiting()).containsExactly("next-provider");
    }

    @Test
    void every_call_of_a_clock_is_made_as_the_system_identity() {
        Story.sent(world, URGENT);
        world.pass(Duration.ofHours(24));
        assertThat(world.systemCalls).isGreaterThanOrEqualTo(asked().size());
    }

    @Test
    void a_table_changed_by_the_coordinator_counts_for_new_referrals_only() {
        Story before = Story.sent(world, Urgency.EMERGENCY);
        var table = world.tables.read(StaffTable.REFERRAL_DEADLINES);
        world.publish(
                StaffTable.REFERRAL_DEADLINES,
                table.version(),
                DeadlineTableTest.with(table.rows(), Urgency.EMERGENCY, "PT5M", "PT10M", "PT20M", "PT30M"));
        Story after = Story.sent(world, Urgency.EMERGENCY);
        world.pass(Duration.ofMinutes(31));
        assertThat(after.waiting()).containsExactly("next-provider");
        assertThat(before.waiting()).containsExactly("answer");
        world.publish(StaffTable.REFERRAL_DEADLINES, table.version() + 1, table.rows());
    }

    private List<String> asked() {
        List<String> everyHour = List.of(
                "purge",
                "askWhereDue",
                "look",
                "look-for-talks",
                "lookWhatIsUndone",
                "look-whom-to-measure",
                "plan-for-before");
        return world.asked.stream().filter(verb -> !everyHour.contains(verb)).toList();
    }
}
