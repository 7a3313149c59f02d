package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.alongside.referral.Deadlines.ReferralDeadline;
import org.alongside.referral.Urgency;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.worklist.DecisionTables.ChangedCell;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.TableChange;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of deadlines: what it says on the first day, and how a coordinator changes it. */
class DeadlineTableTest {
    private static final StaffTable KEY = StaffTable.REFERRAL_DEADLINES;

    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    /** respondWithin: code list referral_urgency; expireAfter: DL21; remindAfter: three quarters of the answer time. */
    @ParameterizedTest
    @CsvSource({
        "EMERGENCY, PT45M, PT1H, PT90M, PT2H",
        "URGENT, PT2H15M, PT3H, PT6H, PT24H",
        "PRIORITY, PT18H, P1D, P2D, P3D",
        "ROUTINE, PT54H, P3D, P5D, P7D"
    })
    void on_the_first_day_the_times_are_those_of_the_code_lists(
            Urgency urgency, Duration remind, Duration respond, Duration escalate, Duration expire) {
        assertThat(new World(EngineDatabase.create("first_" + urgency.name().toLowerCase()))
                        .tables.forReferral(urgency))
                .isEqualTo(new ReferralDeadline(remind, respond, escalate, expire));
        assertThat(remind).isEqualTo(respond.multipliedBy(3).dividedBy(4));
    }

    @Test
    void coordinator_reads_the_table_as_it_stands() {
        var table = world.tables.read(KEY);
        assertThat(table.outputs()).containsExactly("remindAfter", "respondWithin", "escalateAfter", "expireAfter");
        assertThat(table.rows())
                .extracting(DecisionRow::when)
                .containsExactly("EMERGENCY", "URGENT", "PRIORITY", "ROUTINE");
        assertThat(table.since()).isBeforeOrEqualTo(world.now().plusSeconds(1));
        assertThatThrownBy(() -> StaffTable.of("another")).isInstanceOf(Refusal.class);
    }

    @Test
    void coordinator_publishes_a_new_version_that_counts_from_then_on() {
        var table = world.tables.read(KEY);
        var rows = new ArrayList<>(with(table.rows(), Urgency.ROUTINE, "P2D", "P4D", "P4D", "P4DT12H30M"));
        Collections.reverse(rows);
        var published = world.publish(KEY, table.version(), rows);
        assertThat(published.version()).isEqualTo(table.version() + 1);
        assertThat(published.rows()).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(world.tables.forReferral(Urgency.ROUTINE))
                .isEqualTo(new ReferralDeadline(
                        Duration.ofDays(2), Duration.ofDays(4), Duration.ofDays(4), Duration.parse("P4DT12H30M")));
        assertThat(world.engine
                        .getRepositoryService()
                        .getDmnModelInstance(newestDefinition())
                        .getModelElementsByType(Description.class))
                .as("the rest of the model stays")
                .hasSize(1);
        world.publish(KEY, published.version(), table.rows());
    }

    @Test
    void two_coordinators_at_once_never_overwrite_each_other() {
        var table = world.tables.read(KEY);
        world.publish(KEY, table.version(), table.rows());
        assertThatThrownBy(() -> world.publish(KEY, table.version(), table.rows()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE));
    }

    @Test
    void who_was_too_late_is_told_which_times_are_others_by_now() {
        var read = world.tables.read(KEY);
        world.publish(KEY, read.version(), with(read.rows(), Urgency.ROUTINE, "PT50H", "P3D", "P5D", "P8D"));
        var hers = with(read.rows(), Urgency.ROUTINE, "PT40H", "P3D", "P5D", "P8D");
        assertThatThrownBy(() -> world.publish(KEY, read.version(), hers))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .containsExactly(
                                Reason.of("table-changed", read.version() + 1),
                                Reason.at("rows.3.remindAfter", "time-changed", Duration.ofHours(50))));
        world.publish(KEY, read.version() + 1, read.rows());
    }

    @Test
    void what_was_changed_is_told_cell_by_cell_with_who_did_it_and_of_the_first_version_nothing() {
        World own = new World(EngineDatabase.create("changes"));
        assertThat(own.tables.changes(KEY, 20)).as("as the product brings it").isEmpty();
        var rows = own.tables.read(KEY).rows();
        own.publish(KEY, 1, with(rows, Urgency.ROUTINE, "PT50H", "PT72H", "P5D", "P8D"));
        own.publish(KEY, 2, rows);
        own.publish(KEY, 3, rows);
        var changes = own.tables.changes(KEY, 2);
        assertThat(changes).extracting(TableChange::version).containsExactly(4, 3);
        assertThat(changes.get(0).cells()).as("saved as it was").isEmpty();
        var first = own.tables.changes(KEY, 20).get(2);
        assertThat(first.by()).contains(World.AMINA);
        assertThat(first.since()).isBeforeOrEqualTo(own.now().plusSeconds(1));
        assertThat(first.cells())
                .as("72 hours are three days")
                .containsExactly(
                        new ChangedCell("ROUTINE", "remindAfter", "PT54H", "PT50H"),
                        new ChangedCell("ROUTINE", "expireAfter", "P7D", "P8D"));
    }

    @Test
    void what_is_more_urgent_is_never_later_than_what_is_less() {
        var rows = world.tables.read(KEY).rows();
        assertThat(refusal(with(rows, Urgency.PRIORITY, "PT18H", "P4D", "P4D", "P4D")))
                .containsExactly(Reason.at("rows.3.respondWithin", "sooner-than-more-urgent", Duration.ofDays(4)));
    }

    @ParameterizedTest
    @EnumSource(StaffTable.class)
    void every_table_is_brought_by_the_product_holds_its_own_rules_and_names_columns_that_are_there(StaffTable which) {
        var table = world.tables.read(which);
        var published = world.publish(which, table.version(), table.rows());
        assertThat(published.rows()).isEqualTo(table.rows());
        assertThat(StaffTable.of(which.key())).isEqualTo(which);
        assertThat(which.orders())
                .allSatisfy(order -> assertThat(table.outputs()).contains(order.first(), order.second()));
        assertThat(Arrays.stream(StaffTable.values()).map(StaffTable::value)).doesNotHaveDuplicates();
    }

    @Test
    void a_version_that_never_was_is_refused_as_stale_alone() {
        var table = world.tables.read(KEY);
        assertThatThrownBy(() -> world.publish(KEY, 9_999, table.rows()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .containsExactly(Reason.of("table-changed", table.version())));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PT0M, PT1H, PT2H, PT3H, rows.1.remindAfter, not-positive",
                "-PT5M, PT1H, PT2H, PT3H, rows.1.remindAfter, not-a-duration",
                "soon, PT1H, PT2H, PT3H, rows.1.remindAfter, not-a-duration",
                "P, PT1H, PT2H, PT3H, rows.1.remindAfter, not-a-duration",
                "PT, PT1H, PT2H, PT3H, rows.1.remindAfter, not-a-duration",
                "PT30S, PT1H, PT2H, PT3H, rows.1.remindAfter, not-a-duration",
                "'PT1H\" or \"', PT1H, PT2H, PT3H, rows.1.remindAfter, not-a-duration",
                "-, PT1H, PT2H, PT3H, rows.1.remindAfter, missing",
                "PT30M, '', PT2H, PT3H, rows.1.respondWithin, missing",
                "PT1H, PT1H, PT2H, PT3H, rows.1.remindAfter, reminder-after-answer-due",
                "PT30M, PT3H, PT2H, PT4H, rows.1.escalateAfter, coordinator-before-answer-due",
                "PT30M, PT1H, PT5H, PT3H, rows.1.expireAfter, runs-out-before-coordinator",
                "PT30M, PT1H, PT2H, P91D, rows.1.expireAfter, longer-than-days",
            })
    void a_wrong_time_is_refused_beside_its_cell(
            String remind, String respond, String escalate, String expire, String field, String code) {
        var table = world.tables.read(KEY);
        assertThat(refusal(with(table.rows(), Urgency.URGENT, remind, respond, escalate, expire)))
                .anySatisfy(reason -> {
                    assertThat(reason.field()).isEqualTo(field);
                    assertThat(reason.code()).isEqualTo(code);
                });
        assertThat(world.tables.read(KEY)).isEqualTo(table);
    }

    @Test
    void each_urgency_stands_in_the_table_once() {
        var rows = world.tables.read(KEY).rows();
        assertThat(refusal(rows.subList(0, 3))).containsExactly(Reason.at("rows", "row-missing", "ROUTINE"));
        var twice = new ArrayList<>(rows);
        twice.set(3, rows.get(0));
        assertThat(refusal(twice))
                .containsExactly(Reason.at("rows.3.when", "row-twice"), Reason.at("rows", "row-missing", "ROUTINE"));
        var unknown = new ArrayList<>(rows);
        unknown.add(new DecisionRow("WHENEVER", rows.get(0).then()));
        assertThat(refusal(unknown)).contains(Reason.at("rows.4.when", "unknown-code"));
        var empty = new ArrayList<>(rows);
        empty.set(0, new DecisionRow(null, null));
        assertThat(refusal(empty)).contains(Reason.at("rows.0.when", "missing"), Reason.at("rows.0", "missing"));
    }

    private List<Reason> refusal(List<DecisionRow> rows) {
        try {
            world.publish(KEY, world.tables.read(KEY).version(), rows);
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
            return refusal.reasons();
        }
        throw new AssertionError("Was not refused");
    }

    private String newestDefinition() {
        return world.engine
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(KEY.key())
                .latestVersion()
                .singleResult()
                .getId();
    }

    static List<DecisionRow> with(List<DecisionRow> rows, Urgency urgency, String... times) {
        return rows.stream()
                .map(row -> row.when().equals(urgency.name()) ? new DecisionRow(row.when(), Arrays.asList(times)) : row)
                .toList();
    }
}
