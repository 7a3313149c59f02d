package org.alongside.workflows;

import static org.alongside.referral.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.alongside.account.Accounts.Trouble;
import org.alongside.organisation.AbsenceRecorded;
import org.alongside.organisation.CaseAssigned;
import org.alongside.organisation.LoginAsked;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.TaskGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows when somebody is invited, leaves, or is away. */
class StaffWayTest {
    private static final List<TaskGroup> SHELTER = World.groups(World.CEDAR_HOUSE, "SHS");

    private final WorkerId sana = WorkerId.random();
    private World world;
    private StaffMoves moves;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        moves = new StaffMoves(world.engine);
    }

    @Test
    void the_sign_in_is_told_after_the_act_and_what_was_taken_is_offered_again() {
        take();
        moves.asked(new LoginAsked(sana));
        assertThat(world.asked).as("not within the act").doesNotContain("settle");
        world.workOff();
        assertThat(world.asked).containsOnlyOnce("settle");
        assertThat(world.tasks.takenByOthers(WorkerId.random(), SHELTER, 10)).isEmpty();
        assertThat(world.running("login")).isZero();
    }

    @Test
    void a_sign_in_that_is_away_is_told_again_until_it_has_heard_and_shows_meanwhile() {
        world.trouble = Trouble.Kind.AWAY;
        moves.asked(new LoginAsked(sana));
        world.engine.getManagementService().executeJob(world.due("login").getId());
        String telling = world.due("login").getId();
        assertThatThrownBy(() -> world.engine.getManagementService().executeJob(telling))
                .hasMessageContaining("AWAY");
        assertThat(world.failures.list(10)).singleElement().satisfies(job -> {
            assertThat(job.process()).isEqualTo("login");
            assertThat(job.triesLeft()).isGreaterThan(5);
            assertThat(job.subject()).isEqualTo(sana.value());
        });
        world.trouble = null;
        world.pass(Duration.ofMinutes(1));
        assertThat(world.asked).filteredOn("settle"::equals).hasSize(2);
        assertThat(world.running("login")).isZero();
        assertThat(world.failures.list(10)).isEmpty();
    }

    @Test
    void what_trying_again_does_not_mend_waits_for_a_person() {
        world.trouble = Trouble.Kind.TAKEN;
        moves.asked(new LoginAsked(sana));
        world.workOff();
        assertThat(world.running("login")).isZero();
        assertThat(world.failures.list(10)).isEmpty();
    }

    @Test
    void two_things_decided_at_once_are_both_told() {
        moves.asked(new LoginAsked(sana));
        moves.asked(new LoginAsked(sana));
        world.workOff();
        assertThat(world.asked).filteredOn("settle"::equals).hasSize(2);
    }

    @Test
    void what_an_absent_worker_has_taken_goes_back_when_the_absence_begins_and_not_before() {
        take();
        world.away = sana;
        moves.away(new AbsenceRecorded(AbsenceId.random(), world.now().plus(Duration.ofDays(2))));
        world.pass(Duration.ofHours(1));
        assertThat(world.asked).doesNotContain("away");
        assertThat(world.tasks.takenByOthers(WorkerId.random(), SHELTER, 10)).hasSize(1);
        world.move(Duration.ofDays(2));
        while (world.due("absence") != null) {
            world.engine.getManagementService().executeJob(world.due("absence").getId());
        }
        assertThat(world.tasks.takenByOthers(WorkerId.random(), SHELTER, 10)).isEmpty();
        assertThat(world.running("absence")).isZero();
    }

    @Test
    void an_absence_that_was_ended_before_it_began_takes_nothing_back() {
        take();
        moves.away(new AbsenceRecorded(AbsenceId.random(), world.now().plusSeconds(60)));
        world.pass(Duration.ofMinutes(2));
        assertThat(world.asked).contains("away");
        assertThat(world.tasks.takenByOthers(WorkerId.random(), SHELTER, 10)).hasSize(1);
    }

    @Test
    void what_was_taken_of_a_case_is_offered_again_when_somebody_else_works_on_it() {
        Story given = take();
        Story kept = take();
        moves.assigned(new CaseAssigned(WorkerId.random(), Set.of(new ReferralId(kept.id()))));
        moves.assigned(new CaseAssigned(sana, Set.of(new ReferralId(given.id()))));
        assertThat(world.tasks.takenByOthers(WorkerId.random(), SHELTER, 10))
                .singleElement()
                .satisfies(task -> assertThat(task.subject()).isEqualTo(kept.id()));
        assertThat(world.tasks.waitingFor(WorkerId.random(), SHELTER, 10))
                .singleElement()
                .satisfies(task -> assertThat(task.subject()).isEqualTo(given.id()));
    }

    private Story take() {
        Story story = Story.sent(world, URGENT);
        world.tasks.claim(world.task(story.id(), "answer").id(), sana);
        return story;
    }
}
