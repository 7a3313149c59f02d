package org.alongside.web.api;

import java.time.Instant;
import java.util.List;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The deadlines by urgency, as the API shows them. */
@Schema(description = "The deadlines by urgency")
public record Deadlines(int version, Instant since, List<Row> rows) {

    static Deadlines of(DecisionTable table) {
        return new Deadlines(
                table.version(),
                table.since(),
                table.rows().stream().map(Row::of).toList());
    }

    /** The deadlines of one urgency, each from the sending on. */
    @Schema(name = "Deadline")
    public record Row(
            @Schema(description = "Code of referral_urgency", examples = "URGENT")
            String urgency,

            @Schema(description = "Until the recipient is reminded, ISO 8601", examples = "PT4H")
            String remindAfter,

            @Schema(description = "Until an answer is due, ISO 8601", examples = "PT8H")
            String respondWithin,

            @Schema(description = "Until the coordinator is asked to look, ISO 8601", examples = "PT12H")
            String escalateAfter,

            @Schema(description = "Until it runs out, ISO 8601", examples = "PT24H")
            String expireAfter) {

        private static Row of(DecisionRow row) {
            return new Row(
                    row.when(),
                    row.then().get(0),
                    row.then().get(1),
                    row.then().get(2),
                    row.then().get(3));
        }

        private DecisionRow decisionRow() {
            return new DecisionRow(
                    urgency, java.util.Arrays.asList(remindAfter, respondWithin, escalateAfter, expireAfter));
        }
    }

    /** The deadlines as they are to be from now on. */
    @Schema(name = "DeadlinesChange")
    public record Change(
            @Schema(required = true, minItems = 4, maxItems = 4)
            List<Row> rows) {

        List<DecisionRow> decisionRows() {
            return rows == null
                    ? List.of()
                    : rows.stream().map(Row::decisionRow).toList();
        }
    }
}
