package org.alongside.workflows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.alongside.shared.Check;
import org.alongside.shared.Reason;
import org.alongside.worklist.DecisionTables.DecisionRow;

/**
 * What the rows of a table of times must be before they count: each code once, every time positive and at most ninety days in
 * days, hours and minutes, and in the order that the table asks for.
 */
final class DeadlineRows {
    private static final Pattern DURATION =
            Pattern.compile("P(?=\\d|T\\d)(\\d{1,3}D)?(T(?=\\d)(\\d{1,4}H)?(\\d{1,5}M)?)?");
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Check check = new Check();
    private final Set<String> seen = new HashSet<>();

    private final TimeTable asked;

    private DeadlineRows(TimeTable asked) {
        this.asked = asked;
    }

    /** Refuses with every reason at once, at the field paths {@code rows.<number>.<column>}. */
    static void check(TimeTable asked, List<DecisionRow> rows) {
        var table = new DeadlineRows(asked);
        for (int at = 0; at < rows.size(); at++) {
            table.row("rows." + at, rows.get(at));
        }
        asked.codes.forEach(code -> table.check.that(table.seen.contains(code), "rows", "row-missing", code));
        table.check.orRefuse();
    }

    /**
     * The times that others changed after a table was read, and that are not what is handed in anyway: each at its field
     * path, with what it is now.
     */
    static List<Reason> changedMeanwhile(
            TimeTable table, List<DecisionRow> read, List<DecisionRow> now, List<DecisionRow> handedIn) {
        List<Reason> changed = new ArrayList<>();
        for (int at = 0; at < handedIn.size(); at++) {
            for (int column = 0; column < table.columns.size(); column++) {
                Optional<Duration> before = time(read, handedIn.get(at).when(), column);
                Optional<Duration> present = time(now, handedIn.get(at).when(), column);
                Optional<Duration> wanted = time(handedIn.get(at).then().get(column));
                if (!present.equals(before) && !present.equals(wanted)) {
                    changed.add(Reason.at(
                            "rows." + at + "." + table.columns.get(column),
                            "time-changed",
                            present.<Object>map(time -> time).orElse("")));
                }
            }
        }
        return changed;
    }

    private static Optional<Duration> time(List<DecisionRow> rows, String urgency, int column) {
        return rows.stream()
                .filter(row -> row.when().equals(urgency))
                .map(row -> time(row.then().get(column)))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Duration> time(String cell) {
        return cell.isBlank() ? Optional.empty() : Optional.of(Duration.parse(cell));
    }

    private void row(String path, DecisionRow row) {
        check.code(row.when(), path + ".when", asked.codes::contains);
        check.that(row.when() == null || seen.add(row.when()), path + ".when", "row-twice");
        if (row.then() == null || row.then().size() != asked.columns.size()) {
            check.that(false, path, "missing");
            return;
        }
        List<Optional<Duration>> times = new ArrayList<>();
        for (int column = 0; column < asked.columns.size(); column++) {
            times.add(cell(path, row, column));
        }
        asked.orders.forEach(order -> ordered(path, times, order));
    }

    private Optional<Duration> cell(String path, DecisionRow row, int column) {
        String cell = row.then().get(column);
        boolean left = cell != null && cell.isBlank() && asked.mayBeEmpty(row.when(), asked.columns.get(column));
        return left ? Optional.empty() : time(check, path + "." + asked.columns.get(column), cell);
    }

    /** A time as a table keeps it: positive, at most ninety days, in days, hours and minutes. */
    static Optional<Duration> time(Check check, String field, String text) {
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
        check.that(time.compareTo(LONGEST) <= 0, field, "longer-than-days", LONGEST.toDays());
        return Optional.of(time);
    }

    private void ordered(String path, List<Optional<Duration>> times, TimeTable.Order asks) {
        Optional<Duration> first = times.get(asks.first());
        Optional<Duration> second = times.get(asks.second());
        if (first.isPresent() && second.isPresent()) {
            int order = first.get().compareTo(second.get());
            check.that(
                    asks.strict() ? order < 0 : order <= 0,
                    path + "." + asked.columns.get(asks.strict() ? asks.first() : asks.second()),
                    asks.reason().apply("").code());
        }
    }
}
