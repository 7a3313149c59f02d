package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.safety.RiskLevel;
import org.alongside.safety.SafetyEvent.AlertAcknowledged;
import org.alongside.safety.SafetyEvent.AlertRaised;
import org.alongside.safety.SafetyEvent.AlertSettled;
import org.alongside.safety.SafetyEvent.AlertsEnded;
import org.alongside.safety.SafetyTables.AlertClock;
import org.alongside.shared.AlertId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.StaffTable;
import org.alongside.worklist.TaskOffered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An alert: somebody sees to it in time, or more and more people are asked; and the tables by which her safety is reckoned. */
class SafetyWayTest {
    private final AlertId alert = AlertId.random();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void whoever_leads_is_asked_and_of_what_is_critical_whoever_is_on_call_is_told_at_once() {
        raise("CRITICAL");
        assertThat(world.task(id(), "acknowledge").offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "CW", "SUP", "SHM"));
        assertThat(urgent("acknowledge")).isTrue();
        world.pass(Duration.ofMinutes(31));
        assertThat(world.task(id(), "acknowledge").reminded()).isTrue();
        world.safety.acknowledged(new AlertAcknowledged(alert));
        assertThat(world.waiting(id())).containsExactly("act");
        assertThat(urgent("act")).as("who sees to it knows").isFalse();
        world.safety.settled(new AlertSettled(alert));
        assertThat(world.ended(id())).isTrue();
    }

    @Test
    void what_can_wait_till_morning_wakes_nobody() {
        raise("MEDIUM");
        assertThat(urgent("acknowledge")).isFalse();
    }

    @Test
    void when_nobody_answers_a_supervisor_and_then_coordinators_are_asked_until_somebody_does() {
        raise("CRITICAL");
        world.pass(Duration.ofMinutes(41));
        assertThat(world.waiting(id())).containsExactly("acknowledge", "unanswered");
        assertThat(world.task(id(), "unanswered").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.pass(Duration.ofMinutes(41));
        assertThat(world.waiting(id())).containsExactly("acknowledge", "look-at-unanswered", "unanswered");
        assertThat(world.task(id(), "look-at-unanswered").offeredTo())
                .containsExactlyElementsOf(World.groups(World.COORDINATION, "NRM"));
        world.safety.acknowledged(new AlertAcknowledged(alert));
        assertThat(world.waiting(id())).containsExactly("act");
    }

    @Test
    void where_nobody_coordinates_those_who_supervise_are_asked_once_more() {
        world.coordinating = List.of();
        raise("CRITICAL");
        world.pass(Duration.ofHours(2));
        assertThat(world.task(id(), "look-at-unanswered").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
    }

    @Test
    void what_is_seen_to_and_not_settled_in_time_comes_to_a_supervisor() {
        raise("CRITICAL");
        world.safety.acknowledged(new AlertAcknowledged(alert));
        world.pass(Duration.ofHours(25));
        assertThat(world.waiting(id())).containsExactly("act", "overdue");
        assertThat(world.task(id(), "overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.safety.settled(new AlertSettled(alert));
        assertThat(world.ended(id())).isTrue();
    }

    @Test
    void what_a_supervisor_or_a_coordinator_looked_at_is_off_their_desk_and_still_waits_for_an_answer() {
        raise("CRITICAL");
        world.pass(Duration.ofHours(2));
        for (String looked : List.of("unanswered", "look-at-unanswered")) {
            world.engine.getTaskService().complete(world.task(id(), looked).id());
        }
        assertThat(world.waiting(id())).containsExactly("acknowledge");
        world.safety.acknowledged(new AlertAcknowledged(alert));
        world.pass(Duration.ofDays(2));
        world.engine.getTaskService().complete(world.task(id(), "overdue").id());
        assertThat(world.waiting(id())).containsExactly("act");
    }

    @Test
    void in_a_closed_file_nobody_is_asked_any_more_and_two_do_not_see_to_it() {
        raise("HIGH");
        world.safety.ended(new AlertsEnded(List.of(alert)));
        assertThat(world.ended(id())).isTrue();
        assertThat(catchThrowableOfType(Refusal.class, () -> world.safety.acknowledged(new AlertAcknowledged(alert)))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, LOW",
        "SOME, MEDIUM",
        "SERIOUS, HIGH",
        "IMMINENT, IMMEDIATE",
        "SAFE, LOW",
        "MOSTLY_SAFE, LOW",
        "UNSAFE, MEDIUM",
        "IN_DANGER, HIGH",
        "NOT_SAID, LOW"
    })
    void on_the_first_day_what_was_found_means_this(String finding, RiskLevel level) {
        assertThat(world.safetyTables.levelOf(finding)).isEqualTo(level);
    }

    /** Code list risk_level, review_every: 7 days, a month, two, three. */
    @ParameterizedTest
    @CsvSource({"IMMEDIATE, 7", "HIGH, 30", "MEDIUM, 60", "LOW, 90"})
    void on_the_first_day_risk_is_looked_at_again_after(RiskLevel level, int days) {
        assertThat(world.safetyTables.reviewAfter(level)).isEqualTo(Duration.ofDays(days));
    }

    @Test
    void coordinators_change_the_tables_and_nonsense_is_refused_by_cell() {
        World own = new World(EngineDatabase.create("safety_tables"));
        List<DecisionRow> rows =
                new ArrayList<>(own.tables.read(StaffTable.ALERT_DEADLINES).rows());
        assertThat(rows).extracting(DecisionRow::when).containsExactly("CRITICAL", "HIGH", "MEDIUM", "LOW");
        rows.set(0, new DecisionRow("CRITICAL", List.of("PT5M", "PT10M", "PT10M", "PT8H")));
        assertThat(own.publish(StaffTable.ALERT_DEADLINES, 1, rows).version()).isEqualTo(2);
        assertThat(own.safetyTables.clockOf("CRITICAL"))
                .isEqualTo(new AlertClock(
                        Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofHours(8)));
        rows.set(0, new DecisionRow("CRITICAL", List.of("PT20M", "PT10M", "P0D", "soon")));
        rows.remove(3);
        assertThat(refused(own, StaffTable.ALERT_DEADLINES, 2, rows))
                .extracting(Reason::field, Reason::code)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "(\"rows.0.answerWithin\", \"sooner-than-before\")",
                        "(\"rows.0.coordinatorAfter\", \"not-positive\")",
                        "(\"rows.0.coordinatorAfter\", \"sooner-than-before\")",
                        "(\"rows.0.settleWithin\", \"not-a-duration\")",
                        "(\"rows\", \"row-missing\")");
        List<DecisionRow> levels =
                new ArrayList<>(own.tables.read(StaffTable.RISK_LEVEL).rows());
        levels.set(0, new DecisionRow("NONE", List.of("PANIC")));
        assertThat(refused(own, StaffTable.RISK_LEVEL, 1, levels))
                .extracting(Reason::field, Reason::code)
                .extracting(Object::toString)
                .containsExactly("(\"rows.0.level\", \"unknown-code\")");
        levels.set(0, new DecisionRow("NONE", List.of("HIGH")));
        assertThat(refused(own, StaffTable.RISK_LEVEL, 1, levels))
                .as("some danger is not less than none")
                .extracting(Reason::field, Reason::code)
                .extracting(Object::toString)
                .containsExactly("(\"rows.1.level\", \"lower-for-what-is-worse\")");
        levels.set(0, new DecisionRow("NONE", List.of("MEDIUM")));
        own.publish(StaffTable.RISK_LEVEL, 1, levels);
        assertThat(own.safetyTables.levelOf("NONE")).isEqualTo(RiskLevel.MEDIUM);
        assertThat(refused(own, StaffTable.RISK_LEVEL, 1, levels))
                .extracting(Reason::code)
                .containsExactly("table-changed");
    }

    private static List<Reason> refused(World own, StaffTable key, int basedOn, List<DecisionRow> rows) {
        return catchThrowableOfType(Refusal.class, () -> own.publish(key, basedOn, rows))
                .reasons();
    }

    private void raise(String severity) {
        AlertClock clock = world.safetyTables.clockOf(severity);
        Instant now = world.now();
        world.safety.raised(new AlertRaised(
                alert,
                World.HARBOUR_LIGHT,
                severity,
                now.plus(clock.remindAfter()),
                now.plus(clock.answerWithin()),
                now.plus(clock.coordinatorAfter()),
                now.plus(clock.settleWithin())));
    }

    private boolean urgent(String step) {
        return world.offered.stream()
                .filter(task -> task.subject().equals(id()) && task.kind().equals("safety-alert." + step))
                .map(TaskOffered::urgent)
                .findFirst()
                .orElseThrow();
    }

    private UUID id() {
        return alert.value();
    }
}
