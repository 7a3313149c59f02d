package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.alongside.counselling.CounsellingTimes.Limits;
import org.alongside.counselling.CounsellingTimes.Times;
import org.alongside.counselling.SessionEvent.Moved;
import org.alongside.counselling.SessionEvent.Over;
import org.alongside.counselling.SessionEvent.Planned;
import org.alongside.counselling.SupervisionEvent.CarriesTooMuch;
import org.alongside.counselling.SupervisionEvent.Ended;
import org.alongside.counselling.SupervisionEvent.LookedAt;
import org.alongside.counselling.SupervisionEvent.Met;
import org.alongside.counselling.SupervisionEvent.Named;
import org.alongside.shared.Refusal;
import org.alongside.shared.SittingId;
import org.alongside.shared.SupervisionId;
import org.alongside.shared.WarningId;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.StaffTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that an hour of a counsellor, a supervision and a caseload can take. */
class CounsellingWayTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final SittingId hour = SittingId.random();
    private final SupervisionId supervision = SupervisionId.random();
    private final WarningId warning = WarningId.random();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        world.somebodyWaits = true;
    }

    @Test
    void nobody_is_asked_before_the_hour_is_over_and_then_its_counsellor() {
        planned();
        world.pass(HOUR.minusMinutes(1));
        assertThat(world.waiting(hour.value())).isEmpty();
        world.pass(Duration.ofMinutes(2));
        assertThat(world.waiting(hour.value())).containsExactly("record");
        assertThat(world.task(hour.value(), "record").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "COU"));
        assertThat(world.asked).contains("waits");
        over();
        assertThat(world.ended(hour.value())).isTrue();
    }

    @Test
    void when_it_is_not_said_in_time_who_supervises_the_house_is_asked() {
        planned();
        world.pass(HOUR.plusMinutes(1));
        world.pass(DAY.multipliedBy(2));
        assertThat(world.waiting(hour.value())).containsExactly("record", "record-overdue");
        assertThat(world.task(hour.value(), "record-overdue").offeredTo())
                .isEqualTo(World.groups(World.CEDAR_HOUSE, "SUP"));
        over();
        assertThat(world.ended(hour.value())).isTrue();
        assertThat(world.waiting(hour.value())).isEmpty();
    }

    @Test
    void called_off_before_its_time_nobody_is_ever_asked() {
        planned();
        over();
        assertThat(world.ended(hour.value())).isTrue();
        world.pass(DAY.multipliedBy(5));
        assertThat(world.waiting(hour.value())).isEmpty();
        over();
    }

    @Test
    void moved_it_is_asked_at_the_new_time_whether_or_not_it_was_asked_before() {
        planned();
        moved(DAY);
        world.pass(HOUR.plusMinutes(1));
        assertThat(world.waiting(hour.value())).isEmpty();
        world.pass(DAY);
        assertThat(world.waiting(hour.value())).containsExactly("record");
        moved(DAY);
        assertThat(world.waiting(hour.value())).as("it is still to come").isEmpty();
        world.pass(DAY.plusMinutes(1));
        assertThat(world.waiting(hour.value())).containsExactly("record");
    }

    @Test
    void nobody_is_asked_once_the_file_is_closed_to_the_house() {
        planned();
        world.somebodyWaits = false;
        world.pass(HOUR.plusMinutes(1));
        assertThat(world.ended(hour.value())).isTrue();
    }

    @Test
    void both_are_asked_to_meet_then_who_supervises_the_house_and_a_meeting_begins_the_month_anew() {
        named();
        world.pass(DAY.multipliedBy(22));
        assertThat(world.waiting(supervision.value())).isEmpty();
        world.pass(DAY.multipliedBy(2));
        assertThat(world.waiting(supervision.value())).containsExactly("meet");
        world.pass(DAY.multipliedBy(7));
        assertThat(world.waiting(supervision.value())).containsExactly("meet", "meet-overdue");
        assertThat(world.task(supervision.value(), "meet-overdue").offeredTo())
                .isEqualTo(World.groups(World.CEDAR_HOUSE, "SUP"));
        world.counselling.met(new Met(
                supervision, world.now().plus(DAY.multipliedBy(23)), world.now().plus(DAY.multipliedBy(30))));
        assertThat(world.waiting(supervision.value())).isEmpty();
        world.pass(DAY.multipliedBy(24));
        assertThat(world.waiting(supervision.value())).containsExactly("meet");
    }

    @Test
    void with_somebody_else_named_it_is_over() {
        named();
        world.pass(DAY.multipliedBy(24));
        world.counselling.ended(new Ended(supervision));
        assertThat(world.ended(supervision.value())).isTrue();
        assertThat(world.waiting(supervision.value())).isEmpty();
    }

    @Test
    void who_carries_too_much_is_looked_at() {
        world.counselling.tooMuch(
                new CarriesTooMuch(warning, World.CEDAR_HOUSE, world.now().plus(DAY.multipliedBy(7))));
        assertThat(world.waiting(warning.value())).containsExactly("look");
        assertThat(world.task(warning.value(), "look").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "SUP"));
        world.counselling.looked(new LookedAt(warning));
        assertThat(world.ended(warning.value())).isTrue();
    }

    @Test
    void its_numbers_are_those_of_the_tables() {
        assertThat(world.counsellingTimes.times())
                .isEqualTo(new Times(
                        DAY.multipliedBy(2), DAY.multipliedBy(7), DAY.multipliedBy(23), DAY.multipliedBy(30)));
        assertThat(world.counsellingTimes.limits()).isEqualTo(new Limits(25, 20));
        var before = world.tables.read(StaffTable.COUNSELLING_LIMITS);
        try {
            world.publish(
                    StaffTable.COUNSELLING_LIMITS,
                    before.version(),
                    List.of(
                            new DecisionRow("OPEN_CASES", List.of("18")),
                            new DecisionRow("SESSIONS_A_WEEK", List.of("15"))));
            assertThat(world.counsellingTimes.limits()).isEqualTo(new Limits(18, 15));
        } finally {
            world.publish(
                    StaffTable.COUNSELLING_LIMITS,
                    world.tables.read(StaffTable.COUNSELLING_LIMITS).version(),
                    before.rows());
        }
    }

    @Test
    void how_many_is_a_whole_number_and_asking_comes_before_it_is_due() {
        assertThat(refused(StaffTable.COUNSELLING_LIMITS, "OPEN_CASES", List.of("0")))
                .isEqualTo("count-range");
        assertThat(refused(StaffTable.COUNSELLING_LIMITS, "OPEN_CASES", List.of("501")))
                .isEqualTo("count-range");
        assertThat(refused(StaffTable.COUNSELLING_LIMITS, "OPEN_CASES", List.of("P2D")))
                .isEqualTo("count-range");
        assertThat(refused(StaffTable.COUNSELLING_LIMITS, "OPEN_CASES", List.of("")))
                .isEqualTo("missing");
        assertThat(refused(StaffTable.COUNSELLING_TIMES, "SUPERVISION", List.of("P30D", "P30D")))
                .isEqualTo("asked-after-review-due");
        assertThat(refused(StaffTable.COUNSELLING_TIMES, "SUPERVISION", List.of("", "P30D")))
                .isEqualTo("missing");
    }

    private String refused(StaffTable table, String when, List<String> then) {
        var now = world.tables.read(table);
        List<DecisionRow> rows = new ArrayList<>(now.rows());
        rows.replaceAll(row -> row.when().equals(when) ? new DecisionRow(when, then) : row);
        return catchThrowableOfType(Refusal.class, () -> world.publish(table, now.version(), rows))
                .reasons()
                .get(0)
                .code();
    }

    private void planned() {
        world.counselling.planned(new Planned(
                hour,
                World.CEDAR_HOUSE,
                world.now().plus(HOUR),
                world.now().plus(HOUR).plus(DAY.multipliedBy(2))));
    }

    private void moved(Duration later) {
        world.counselling.moved(
                new Moved(hour, world.now().plus(later), world.now().plus(later).plus(DAY.multipliedBy(2))));
    }

    private void over() {
        world.counselling.over(new Over(List.of(hour)));
    }

    private void named() {
        world.counselling.named(new Named(
                supervision,
                World.CEDAR_HOUSE,
                world.now().plus(DAY.multipliedBy(23)),
                world.now().plus(DAY.multipliedBy(30))));
    }
}
