package org.alongside.workflows;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.safety.RiskLevel;
import org.alongside.shared.Check;
import org.alongside.worklist.DecisionTables.DecisionRow;

/**
 * What the rows of a table of safety must be before they count: the rows that there are, each once; levels that exist;
 * times that are positive and at most 90 days, in their order.
 */
final class SafetyRows {
    private static final Set<String> LEVELS =
            Stream.of(RiskLevel.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private SafetyRows() {}

    /** Refuses with every reason at once, at the field paths {@code rows.<number>.<column>}. */
    static void check(String key, DecisionModel table, List<DecisionRow> rows) {
        Check check = new Check();
        List<String> outputs = table.outputs();
        List<String> whens = table.rows().stream().map(DecisionRow::when).toList();
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < rows.size(); at++) {
            DecisionRow row = rows.get(at);
            String path = "rows." + at;
            check.code(row.when(), path + ".when", whens::contains);
            check.that(row.when() == null || seen.add(row.when()), path + ".when", "row-twice");
            if (row.then() == null || row.then().size() != outputs.size()) {
                check.that(false, path, "missing");
            } else if (Models.RISK_LEVEL.equals(key)) {
                check.code(row.then().get(0), path + "." + outputs.get(0), LEVELS::contains);
            } else {
                times(check, path, outputs, row.then());
            }
        }
        whens.forEach(when -> check.that(seen.contains(when), "rows", "row-missing", when));
        check.orRefuse();
    }

    private static void times(Check check, String path, List<String> outputs, List<String> cells) {
        Optional<Duration> before = Optional.empty();
        for (int at = 0; at < cells.size(); at++) {
            String field = path + "." + outputs.get(at);
            Optional<Duration> time = DeadlineRows.time(check, field, cells.get(at));
            if (before.isPresent() && time.isPresent()) {
                check.that(before.get().compareTo(time.get()) <= 0, field, "sooner-than-before");
            }
            before = time;
        }
    }
}
