package org.alongside.web.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.alongside.worklist.StaffTable;
import org.junit.jupiter.api.Test;

/** A coordinator reads and writes times as a number and a unit; the table keeps them as durations. */
class TableFormTest {
    private final TableForm form = TableForm.of(
            StaffTable.REFERRAL_DEADLINES,
            new DecisionTable(
                    "referral-deadlines",
                    3,
                    Instant.EPOCH,
                    List.of("remindAfter", "respondWithin", "escalateAfter", "expireAfter"),
                    List.of(new DecisionRow("URGENT", List.of("PT135M", "PT3H", "PT24H", "P7D")))));

    @Test
    void a_time_is_shown_in_the_largest_unit_that_says_it_whole() {
        assertThat(cells())
                .extracting(cell -> cell.getNumber() + " " + cell.getUnit())
                .containsExactly("135 MINUTES", "3 HOURS", "1 DAYS", "7 DAYS");
    }

    @Test
    void what_is_written_is_what_the_table_gets() {
        cells().get(0).setNumber(2);
        cells().get(0).setUnit(TableForm.Unit.HOURS);
        assertThat(form.decisionRows())
                .containsExactly(new DecisionRow("URGENT", List.of("PT2H", "PT3H", "P1D", "P7D")));
        assertThat(form.getBasedOn()).isEqualTo(3);
    }

    @Test
    void an_empty_cell_stays_empty_so_that_the_door_can_ask_for_it() {
        cells().get(3).setNumber(null);
        assertThat(form.decisionRows().get(0).then()).endsWith("");
    }

    @Test
    void a_level_is_chosen_as_it_is() {
        TableForm levels = TableForm.of(
                StaffTable.RISK_LEVEL,
                new DecisionTable(
                        "risk-level",
                        1,
                        Instant.EPOCH,
                        List.of("level"),
                        List.of(new DecisionRow("SOME", List.of("MEDIUM")))));
        levels.getRows().get(0).cells().get(0).setLevel("HIGH");
        assertThat(levels.decisionRows()).containsExactly(new DecisionRow("SOME", List.of("HIGH")));
        levels.getRows().get(0).cells().get(0).setLevel(null);
        assertThat(levels.decisionRows().get(0).then()).containsExactly("");
    }

    private List<TableForm.Cell> cells() {
        return form.getRows().get(0).cells();
    }
}
