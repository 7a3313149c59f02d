package org.alongside.workflows;

import static org.alongside.referral.Urgency.EMERGENCY;
import static org.alongside.referral.Urgency.ROUTINE;
import static org.alongside.referral.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.alongside.referral.Approval;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.TaskGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** My work: what waits for whom, taken and handed back. */
class TasksTest {
    private final WorkerId sana = WorkerId.random();
    private final WorkerId tomas = WorkerId.random();
    private final List<TaskGroup> shelterStaff = World.groups(World.CEDAR_HOUSE, "SHS");
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void shelter_staff_see_what_is_offered_to_their_role_in_their_house_soonest_due_first() {
        Story routine = Story.sent(world, ROUTINE);
        Story emergency = Story.sent(world, EMERGENCY);
        Story urgent = Story.sent(world, URGENT);
        Story undated = Story.sent(world, URGENT).accept().meet();
        assertThat(subjects(world.tasks.waitingFor(sana, shelterStaff, 10)))
                .containsExactly(emergency.id(), urgent.id(), routine.id(), undated.id());
        assertThat(subjects(world.tasks.waitingFor(sana, shelterStaff, 2)))
                .containsExactly(emergency.id(), urgent.id());
    }

    @Test
    void nobody_sees_the_work_of_another_house_or_another_role() {
        Story.sent(world, URGENT);
        assertThat(world.tasks.waitingFor(sana, World.groups(OrganisationId.random(), "SHS"), 10))
                .isEmpty();
        assertThat(world.tasks.waitingFor(sana, World.groups(World.HARBOUR_LIGHT, "SHS"), 10))
                .isEmpty();
        assertThat(world.tasks.waitingFor(sana, World.groups(World.CEDAR_HOUSE, "ADM"), 10))
                .isEmpty();
        assertThat(world.tasks.waitingFor(sana, List.of(), 10)).isEmpty();
    }

    @Test
    void one_who_has_two_of_the_roles_sees_a_task_once() {
        Story.sent(world, URGENT);
        List<TaskGroup> both = World.groups(World.CEDAR_HOUSE, "SHS", "SHM");
        assertThat(world.tasks.waitingFor(sana, both, 10)).hasSize(1);
    }

    @Test
    void what_sana_takes_is_hers_until_she_hands_it_back() {
        Story story = Story.sent(world, URGENT);
        String task = world.task(story.id(), "answer").id();
        world.tasks.claim(task, sana);
        assertThat(world.tasks.find(task).orElseThrow().claimedBy()).contains(sana);
        assertThat(world.tasks.waitingFor(sana, List.of(), 10)).hasSize(1);
        assertThat(world.tasks.waitingFor(tomas, shelterStaff, 10)).isEmpty();
        assertThat(world.tasks.about(story.id()))
                .as("who has it can still be told")
                .hasSize(1);
        world.tasks.handBack(task);
        assertThat(world.tasks.waitingFor(sana, List.of(), 10)).isEmpty();
        assertThat(subjects(world.tasks.waitingFor(tomas, shelterStaff, 10))).containsExactly(story.id());
    }

    @Test
    void a_supervisor_sees_what_a_colleague_took_and_not_what_is_free_or_her_own() {
        Story taken = Story.sent(world, URGENT);
        Story.sent(world, URGENT);
        world.tasks.claim(world.task(taken.id(), "answer").id(), sana);
        assertThat(subjects(world.tasks.takenByOthers(tomas, shelterStaff, 10))).containsExactly(taken.id());
        assertThat(world.tasks.takenByOthers(sana, shelterStaff, 10)).isEmpty();
        assertThat(world.tasks.takenByOthers(tomas, World.groups(World.HARBOUR_LIGHT, "SHS"), 10))
                .isEmpty();
    }

    @Test
    void of_two_who_take_it_the_second_is_told_that_it_is_taken() {
        String task = world.task(Story.sent(world, URGENT).id(), "answer").id();
        world.tasks.claim(task, sana);
        assertThatThrownBy(() -> world.tasks.claim(task, tomas))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reasons().get(0).code()).isEqualTo("task-taken"));
        world.tasks.claim(task, sana);
        assertThat(world.tasks.find(task).orElseThrow().claimedBy()).contains(sana);
    }

    @Test
    void the_act_is_done_whoever_had_taken_it_or_nobody() {
        Story taken = Story.sent(world, URGENT);
        world.tasks.claim(world.task(taken.id(), "answer").id(), sana);
        assertThat(taken.accept().waiting()).containsExactly("first-contact");
    }

    @Test
    void a_task_that_is_done_is_not_there() {
        Story story = Story.sent(world, URGENT);
        String task = world.task(story.id(), "answer").id();
        story.accept();
        assertThat(world.tasks.find(task)).isEmpty();
        assertThatThrownBy(() -> world.tasks.claim(task, sana)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> world.tasks.handBack(task)).isInstanceOf(Refusal.class);
        assertThat(world.tasks.find("no such task")).isEmpty();
    }

    @Test
    void who_is_asked_about_a_referral_is_told_with_since_when_and_by_when() {
        Story story = Story.submitted(world, EMERGENCY, Approval.AFTER).send();
        List<EngineTask> open = world.tasks.about(story.id());
        assertThat(open).extracting(EngineTask::kind).containsExactly("referral.answer", "referral.review");
        assertThat(open).allSatisfy(task -> {
            assertThat(task.subject()).isEqualTo(story.id());
            assertThat(task.since())
                    .isBetween(world.now().minusSeconds(10), world.now().plusMillis(1));
            assertThat(task.dueAt()).isPresent();
            assertThat(task.claimedBy()).isEmpty();
        });
    }

    private static List<UUID> subjects(List<EngineTask> tasks) {
        return tasks.stream().map(EngineTask::subject).toList();
    }
}
