package org.alongside.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.WorkerId;

/** Port to the tables that staff own and change: a new version applies from then on, running clocks keep the old one. */
public interface DecisionTables {
    /** The newest version. */
    DecisionTable read(StaffTable table);

    /**
     * Publishes a new version with these rows; refuses {@code stale} where {@code basedOn} is not the newest version,
     * with each cell that is another one by now, and what a table must not say, cell by cell.
     */
    DecisionTable publish(StaffTable table, int basedOn, List<DecisionRow> rows, WorkerId by);

    /** What the newest versions changed, newest first, at most {@code limit} of them. */
    List<TableChange> changes(StaffTable table, int limit);

    /** A table as staff see it; outputs are ISO 8601 durations, or codes. */
    record DecisionTable(String key, int version, Instant since, List<String> outputs, List<DecisionRow> rows) {}

    /** One row: the code that it answers for, and what it says in the order of the outputs. */
    record DecisionRow(String when, List<String> then) {}

    /** What one version changed, and who published it; nobody of the first, which the product brings. */
    record TableChange(int version, Instant since, Optional<WorkerId> by, List<ChangedCell> cells) {}

    /** One cell that was another one before. */
    record ChangedCell(String when, String output, String before, String after) {}
}
