package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.casefile.CaseEvent.CaseOpened;
import org.alongside.casefile.CaseEvent.ChildAuthorityNotified;
import org.alongside.shared.CaseId;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.Journeys.Step;
import org.alongside.worklist.TaskOffered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A survivor's way from intake on, and what is removed in time. */
class CaseWayTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.workOff();
        world.asked.clear();
    }

    @Test
    void an_adults_case_waits_at_the_assessment_and_nobody_is_asked_to_notify() {
        UUID opened = open(false);
        assertThat(world.waiting(opened)).isEmpty();
        var standing = world.journeys.of(opened).orElseThrow();
        assertThat(standing.process()).isEqualTo("case");
        assertThat(standing.passed()).containsExactly("case-opened", "intake", "work-begins", "child");
        assertThat(standing.here()).extracting(Step::id).containsExactly("assess");
        assertThat(standing.ended()).isFalse();
    }

    @Test
    void the_later_stages_follow_one_after_another_to_the_follow_up() {
        UUID opened = open(false);
        for (String stage : List.of("NeedsAssessed", "CarePlanAgreed", "SupportEnded", "CaseClosed", "FollowedUp")) {
            new RunningProcesses(world.engine).mustTell(opened, stage, Map.of("followUp", true));
        }
        var standing = world.journeys.of(opened).orElseThrow();
        assertThat(standing.ended()).isTrue();
        assertThat(standing.passed())
                .containsExactly(
                        "case-opened",
                        "intake",
                        "open-case",
                        "work-begins",
                        "child",
                        "assess",
                        "plan-care",
                        "support",
                        "support-ended",
                        "close",
                        "follow-up-agreed",
                        "follow-up",
                        "journey-ended");
    }

    @Test
    void a_childs_case_asks_the_lead_to_notify_the_child_authority_within_a_day() {
        UUID opened = open(true);
        assertThat(world.waiting(opened)).containsExactly("notify-child-authority");
        EngineTask task = world.task(opened, "notify-child-authority");
        assertThat(task.kind()).isEqualTo("case.notify-child-authority");
        assertThat(world.offered)
                .filteredOn(offer -> offer.subject().equals(opened))
                .containsExactly(new TaskOffered(task.id(), task.kind(), opened, task.offeredTo(), false));
        assertThat(task.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        assertThat(task.dueAt().orElseThrow())
                .isBetween(world.now().plusSeconds(86_300), world.now().plusSeconds(86_401));
        notified(opened);
        assertThat(world.waiting(opened)).isEmpty();
        assertThat(world.journeys.of(opened).orElseThrow().here())
                .extracting(Step::id)
                .containsExactly("assess");
    }

    @Test
    void the_supervisor_is_asked_as_well_when_the_authority_was_not_told_in_time() {
        UUID opened = open(true);
        world.pass(Duration.ofHours(23));
        assertThat(world.waiting(opened)).containsExactly("notify-child-authority");
        world.pass(Duration.ofHours(1));
        assertThat(world.waiting(opened)).containsExactly("notification-overdue", "notify-child-authority");
        assertThat(world.task(opened, "notification-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        notified(opened);
        assertThat(world.waiting(opened)).isEmpty();
    }

    @Test
    void a_notification_told_twice_or_without_being_asked_for_changes_nothing() {
        UUID child = open(true);
        notified(child);
        notified(child);
        UUID adult = open(false);
        notified(adult);
        assertThat(world.journeys.of(adult).orElseThrow().here())
                .extracting(Step::id)
                .containsExactly("assess");
    }

    @Test
    void what_is_looked_for_every_hour_is_looked_for_once_however_far_the_clock_was_moved() {
        List<String> everyHour = List.of(
                "purge",
                "askWhereDue",
                "look",
                "look-for-talks",
                "lookWhatIsUndone",
                "look-whom-to-measure",
                "plan-for-before");
        world.pass(Duration.ofHours(1));
        assertThat(world.asked).containsExactlyInAnyOrderElementsOf(everyHour);
        world.pass(Duration.ofDays(40));
        assertThat(world.asked).hasSize(2 * everyHour.size()).containsAll(everyHour);
        world.pass(Duration.ofMinutes(61));
        assertThat(world.asked).hasSize(3 * everyHour.size());
    }

    private UUID open(boolean child) {
        CaseId opened = CaseId.random();
        world.cases.opened(new CaseOpened(opened, World.HARBOUR_LIGHT, child, false, world.now()));
        return opened.value();
    }

    private void notified(UUID opened) {
        world.cases.childAuthorityNotified(new ChildAuthorityNotified(new CaseId(opened), world.now()));
    }
}
