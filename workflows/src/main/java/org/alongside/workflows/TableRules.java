package org.alongside.workflows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.safety.RiskLevel;
import org.alongside.shared.Check;
import org.alongside.shared.Reason;
import org.alongside.worklist.DecisionTables.ChangedCell;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.StaffTable;

/**
 * What the rows of a table that staff own must be before they count: those that there are, each once; every time positive and
 * at most as long as the table says, in days, hours and minutes, and in the order that the table asks for, or left empty where the table lets
 * it; what is more urgent never later than what is less; a level one that exists, and never a lower one for what is worse; how many
 * a whole number.
 */
final class TableRules {
    /** The row of every child, beside that of her risk level: it stands in no order with them. */
    static final String CHILD = "CHILD";

    private static final Pattern DURATION =
            Pattern.compile("P(?=\\d|T\\d)(\\d{1,3}D)?(T(?=\\d)(\\d{1,4}H)?(\\d{1,5}M)?)?");
    /** From 1 to 500. */
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d?|[1-4]\\d\\d|500");

    private static final int MOST = 500;
    private static final Set<String> LEVELS =
            Stream.of(RiskLevel.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** From no danger to the worst: what was found, and how safe she says she is. */
    private static final List<List<String>> FINDINGS = List.of(
            List.of("NONE", "SOME", "SERIOUS", "IMMINENT"), List.of("SAFE", "MOSTLY_SAFE", "UNSAFE", "IN_DANGER"));

    private final StaffTable table;
    private final List<String> outputs;
    private final List<DecisionRow> now;

    /** @param now the rows as they stand, most urgent first */
    TableRules(StaffTable table, List<String> outputs, List<DecisionRow> now) {
        this.table = table;
        this.outputs = outputs;
        this.now = now;
    }

    /** Refuses with every reason at once, at the field paths {@code rows.<number>.<output>}. */
    void check(List<DecisionRow> rows) {
        Check check = new Check();
        Set<String> seen = new HashSet<>();
        List<String> whens = now.stream().map(DecisionRow::when).toList();
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            DecisionRow row = rows.get(at);
            String path = "rows." + at;
            check.code(row.when(), path + ".when", whens::contains);
            check.that(row.when() == null || seen.add(row.when()), path + ".when", "row-twice");
            places.putIfAbsent(row.when(), at);
            if (row.then() == null || row.then().size() != outputs.size()) {
                check.that(false, path, "missing");
            } else if (table == StaffTable.RISK_LEVEL) {
                check.code(row.then().get(0), path + "." + outputs.get(0), LEVELS::contains);
            } else if (table.counts()) {
                counts(check, path, row);
            } else {
                times(check, path, row);
            }
        }
        whens.forEach(when -> check.that(seen.contains(when), "rows", "row-missing", when));
        check.orRefuse();
        if (table == StaffTable.RISK_LEVEL) {
            FINDINGS.forEach(line -> levels(check, line, places, rows));
        } else {
            urgentFirst(check, whens, places, rows);
        }
        check.orRefuse();
    }

    private void counts(Check check, String path, DecisionRow row) {
        for (int at = 0; at < outputs.size(); at++) {
            String cell = row.then().get(at);
            String field = path + "." + outputs.get(at);
            if (cell == null || cell.isBlank()) {
                check.that(false, field, "missing");
            } else {
                check.that(COUNT.matcher(cell).matches(), field, "count-range", MOST);
            }
        }
    }

    private void times(Check check, String path, DecisionRow row) {
        Map<String, Duration> times = new HashMap<>();
        for (int at = 0; at < outputs.size(); at++) {
            String output = outputs.get(at);
            String cell = row.then().get(at);
            if (!(cell != null && cell.isBlank() && table.mayBeEmpty(row.when(), output))) {
                time(check, path + "." + output, cell).ifPresent(time -> times.put(output, time));
            }
        }
        for (StaffTable.Order order : table.orders()) {
            Duration first = times.get(order.first());
            Duration second = times.get(order.second());
            if (first != null && second != null) {
                int compared = first.compareTo(second);
                check.that(
                        order.strict() ? compared < 0 : compared <= 0,
                        path + "." + order.toMove(),
                        order.reason().code());
            }
        }
    }

    private Optional<Duration> time(Check check, String field, String text) {
        if (text == null || text.isBlank()) {
            check.that(false, field, "missing");
            return Optional.empty();
        }
        if (!DURATION.matcher(text).matches()) {
            check.that(false, field, "not-a-duration");
            return Optional.empty();
        }
        Duration time = Duration.parse(text);
        check.that(!time.isZero(), field, "not-positive");
        check.that(
                time.compareTo(table.longest()) <= 0,
                field,
                "longer-than-days",
                table.longest().toDays());
        return Optional.of(time);
    }

    private void urgentFirst(Check check, List<String> whens, Map<String, Integer> places, List<DecisionRow> rows) {
        List<String> ladder = table.urgentFirst()
                ? whens.stream().filter(when -> !when.equals(CHILD)).toList()
                : List.of();
        for (int step = 1; step < ladder.size(); step++) {
            int at = places.get(ladder.get(step));
            List<String> urgent = rows.get(places.get(ladder.get(step - 1))).then();
            for (int column = 0; column < outputs.size(); column++) {
                Duration sooner = Duration.parse(urgent.get(column));
                Duration later = Duration.parse(rows.get(at).then().get(column));
                check.that(
                        sooner.compareTo(later) <= 0,
                        "rows." + at + "." + outputs.get(column),
                        "sooner-than-more-urgent",
                        sooner);
            }
        }
    }

    private void levels(Check check, List<String> line, Map<String, Integer> places, List<DecisionRow> rows) {
        for (int step = 1; step < line.size(); step++) {
            int at = places.get(line.get(step));
            RiskLevel less = level(rows.get(places.get(line.get(step - 1))));
            check.that(
                    level(rows.get(at)).compareTo(less) >= 0,
                    "rows." + at + "." + outputs.get(0),
                    "lower-for-what-is-worse");
        }
    }

    private static RiskLevel level(DecisionRow row) {
        return RiskLevel.valueOf(row.then().get(0));
    }

    /**
     * The cells that others changed after a table was read, and that are not what is handed in anyway: each at its field
     * path, with what it is now.
     */
    List<Reason> changedMeanwhile(List<DecisionRow> read, List<DecisionRow> handedIn) {
        List<Reason> changed = new ArrayList<>();
        for (int at = 0; at < handedIn.size(); at++) {
            DecisionRow row = handedIn.get(at);
            for (int column = 0; column < outputs.size(); column++) {
                String present = cell(now, row.when(), column);
                if (!same(present, cell(read, row.when(), column))
                        && !same(present, row.then().get(column))) {
                    String field = "rows." + at + "." + outputs.get(column);
                    changed.add(
                            table == StaffTable.RISK_LEVEL
                                    ? Reason.at(field, "level-changed")
                                    : table.counts()
                                            ? Reason.at(field, "count-changed", present)
                                            : present.isBlank()
                                                    ? Reason.at(field, "time-left-out")
                                                    : Reason.at(field, "time-changed", Duration.parse(present)));
                }
            }
        }
        return changed;
    }

    /** The cells that say something else in a version than in the one before. */
    static List<ChangedCell> changed(List<String> outputs, List<DecisionRow> before, List<DecisionRow> after) {
        return after.stream()
                .flatMap(row -> IntStream.range(0, outputs.size())
                        .filter(column -> !same(
                                cell(before, row.when(), column), row.then().get(column)))
                        .mapToObj(column -> new ChangedCell(
                                row.when(),
                                outputs.get(column),
                                cell(before, row.when(), column),
                                row.then().get(column))))
                .toList();
    }

    /** A time may be written in more ways than one. */
    private static boolean same(String one, String other) {
        return one.equals(other)
                || DURATION.matcher(one).matches()
                        && DURATION.matcher(other).matches()
                        && Duration.parse(one).equals(Duration.parse(other));
    }

    private static String cell(List<DecisionRow> rows, String when, int column) {
        return rows.stream()
                .filter(row -> row.when().equals(when))
                .map(row -> row.then().get(column))
                .findFirst()
                .orElseThrow();
    }
}
