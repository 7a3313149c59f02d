package org.alongside.web.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When care plans are looked at again by risk level, as the API shows it. */
@Schema(description = "When care plans are looked at again, by risk level")
public record ReviewTimes(int version, Instant since, List<Row> rows) {

    static ReviewTimes of(DecisionTable table) {
        return new ReviewTimes(
                table.version(),
                table.since(),
                table.rows().stream().map(Row::of).toList());
    }

    /** The times of one risk level, or of every child. */
    @Schema(name = "ReviewTime")
    public record Row(
            @Schema(description = "Code of risk_level, or CHILD: the longest for every child", examples = "HIGH")
            String level,

            @Schema(description = "Until the lead is asked to look at the plan, ISO 8601", examples = "P23D")
            String askAfter,

            @Schema(description = "Until it is to be done, ISO 8601", examples = "P30D")
            String reviewWithin,

            @Schema(
                    description = "From asking for an approval until a supervisor is to decide, ISO 8601",
                    examples = "P7D")
            String approveWithin) {

        private static Row of(DecisionRow row) {
            return new Row(
                    row.when(), row.then().get(0), row.then().get(1), row.then().get(2));
        }

        private DecisionRow decisionRow() {
            return new DecisionRow(level, Arrays.asList(askAfter, reviewWithin, approveWithin));
        }
    }

    /** The times as they are to be from now on. */
    @Schema(name = "ReviewTimesChange")
    public record Change(
            @Schema(required = true, minItems = 5, maxItems = 5)
            List<Row> rows) {

        List<DecisionRow> decisionRows() {
            return rows == null
                    ? List.of()
                    : rows.stream().map(Row::decisionRow).toList();
        }
    }
}
