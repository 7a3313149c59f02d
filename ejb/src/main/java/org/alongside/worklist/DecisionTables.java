package org.alongside.worklist;

import java.time.Instant;
import java.util.List;

/** Port to the tables that staff own and change: a new version applies from then on, running clocks keep the old one. */
public interface DecisionTables {
    /** The newest version; refuses as not there where no such table exists. */
    DecisionTable read(String key);

    /**
     * Publishes a new version with these rows; refuses {@code stale} where {@code basedOn} is not the newest version,
     * with each time that is another one by now.
     * Outputs are ISO 8601 durations.
     */
    DecisionTable publish(String key, int basedOn, List<DecisionRow> rows);

    /** A table as staff see it. */
    record DecisionTable(String key, int version, Instant since, List<String> outputs, List<DecisionRow> rows) {}

    /** One row: the code that it answers for, and the durations in the order of the outputs. */
    record DecisionRow(String when, List<String> then) {}
}
