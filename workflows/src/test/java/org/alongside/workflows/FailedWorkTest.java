package org.alongside.workflows;

import static org.alongside.referral.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.alongside.shared.Refusal;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that fails is seen, told without words, tried again. */
class FailedWorkTest {
    private static final String SECRET = "Maya lives in Lark Street";

    private World world;

    @BeforeEach
    void begin() {
        world = new World(EngineDatabase.create("failed_" + System.nanoTime()));
    }

    @Test
    void a_reminder_that_fails_shows_at_once_with_its_step_and_kind_but_not_its_words() throws SQLException {
        Story story = Story.sent(world, URGENT);
        fail(new IllegalArgumentException("wrapper " + SECRET, new SQLException(SECRET)));
        assertThat(world.failures.count()).isEqualTo(1);
        assertThat(world.failures.list(10)).singleElement().satisfies(job -> {
            assertThat(job.process()).isEqualTo("referral");
            assertThat(job.step()).isEqualTo("time-to-remind");
            assertThat(job.subject()).isEqualTo(story.id());
            assertThat(job.failure()).isEqualTo("SQLException");
            assertThat(job.triesLeft()).isEqualTo(2);
            assertThat(job.failedAt()).isBetween(world.now().minusSeconds(20), world.now());
        });
        assertThat(Everything.in(world.database)).noneMatch(value -> value.contains("Maya") || value.contains("Lark"));
        assertThat(story.waiting()).as("the shelter is still asked").contains("answer");
    }

    @Test
    void it_is_tried_three_times_with_pauses_and_then_waits_for_a_person() {
        Story.sent(world, URGENT);
        fail(new IllegalStateException());
        assertThat(world.due("referral")).as("a pause").isNull();
        world.move(Duration.ofSeconds(11));
        failOnce("referral");
        assertThat(world.failures.list(10).get(0).triesLeft()).isEqualTo(1);
        world.move(Duration.ofSeconds(61));
        failOnce("referral");
        assertThat(world.failures.list(10).get(0).triesLeft()).isZero();
        world.move(Duration.ofMinutes(10));
        assertThat(world.due("referral")).isNull();
        assertThat(world.failures.count()).isEqualTo(1);
    }

    @Test
    void a_person_tries_again_and_the_failure_is_gone() {
        Story.sent(world, URGENT);
        fail(new IllegalStateException());
        world.broken = null;
        world.failures.retry(world.failures.list(1).get(0).id());
        world.workOff();
        assertThat(world.asked).contains("remind");
        assertThat(world.failures.count()).isZero();
        assertThat(world.failures.list(10)).isEmpty();
    }

    @Test
    void a_job_that_is_gone_cannot_be_tried_again() {
        assertThatThrownBy(() -> world.failures.retry("gone")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_failed_reminder_does_not_hold_up_the_escalation() {
        Story story = Story.sent(world, URGENT);
        fail(new IllegalStateException());
        world.broken = null;
        world.engine
                .getManagementService()
                .setJobRetries(world.failures.list(1).get(0).id(), 0);
        world.pass(Duration.ofHours(7));
        assertThat(story.waiting()).contains("overdue", "look-at-overdue");
        assertThat(world.asked).contains("escalate").doesNotContain("remind");
    }

    @Test
    void work_without_a_subject_shows_too() {
        world.broken = new IllegalStateException();
        world.move(Duration.ofHours(2));
        failOnce("retention");
        assertThat(world.failures.list(10)).singleElement().satisfies(job -> {
            assertThat(job.process()).isEqualTo("retention");
            assertThat(job.step()).isEqualTo("every-hour");
            assertThat(job.subject()).isNull();
        });
    }

    @Test
    void a_lost_race_is_not_a_failure() {
        Story.sent(world, URGENT);
        fail(new OptimisticLockingException("somebody was faster"));
        assertThat(world.failures.count()).isZero();
        assertThat(world.due("referral")).as("looked at again at once").isNotNull();
    }

    private void fail(RuntimeException failure) {
        world.move(Duration.ofMinutes(140));
        world.broken = failure;
        failOnce("referral");
    }

    private void failOnce(String process) {
        String due = world.due(process).getId();
        assertThatThrownBy(() -> world.engine.getManagementService().executeJob(due))
                .isNotNull();
    }
}
