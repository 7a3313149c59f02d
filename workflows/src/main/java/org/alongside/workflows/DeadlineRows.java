package org.alongside.workflows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.alongside.referral.Urgency;
import org.alongside.shared.Check;
import org.alongside.shared.Reason;
import org.alongside.worklist.DecisionTables.DecisionRow;

/**
 * What the rows of the table of deadlines must be before they count: each urgency once, every time positive and at most
 * ninety days in days, hours and minutes, and in the order remind, answer due, coordinator told, run out.
 */
final class DeadlineRows {
    private static final List<String> COLUMNS = List.of("remindAfter", "respondWithin", "escalateAfter", "expireAfter");
    private static final Pattern DURATION =
            Pattern.compile("P(?=\\d|T\\d)(\\d{1,3}D)?(T(?=\\d)(\\d{1,4}H)?(\\d{1,5}M)?)?");
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Check check = new Check();
    private final Set<String> seen = new HashSet<>();

    private DeadlineRows() {}

    /** Refuses with every reason at once, at the field paths {@code rows.<number>.<column>}. */
    static void check(List<DecisionRow> rows) {
        var table = new DeadlineRows();
        for (int at = 0; at < rows.size(); at++) {
            table.row("rows." + at, rows.get(at));
        }
        Arrays.stream(Urgency.values())
                .map(Urgency::name)
                .forEach(urgency -> table.check.that(table.seen.contains(urgency), "rows", "row-missing", urgency));
        table.check.orRefuse();
    }

    /**
     * The times that others changed after a table was read, and that are not what is handed in anyway: each at its field
     * path, with what it is now.
     */
    static List<Reason> changedMeanwhile(List<DecisionRow> read, List<DecisionRow> now, List<DecisionRow> handedIn) {
        List<Reason> changed = new ArrayList<>();
        for (int at = 0; at < handedIn.size(); at++) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                Duration before = time(read, handedIn.get(at).when(), column);
                Duration present = time(now, handedIn.get(at).when(), column);
                Duration wanted = Duration.parse(handedIn.get(at).then().get(column));
                if (!present.equals(before) && !present.equals(wanted)) {
                    changed.add(Reason.at("rows." + at + "." + COLUMNS.get(column), "time-changed", present));
                }
            }
        }
        return changed;
    }

    private static Duration time(List<DecisionRow> rows, String urgency, int column) {
        return rows.stream()
                .filter(row -> row.when().equals(urgency))
                .map(row -> Duration.parse(row.then().get(column)))
                .findFirst()
                .orElseThrow();
    }

    private void row(String path, DecisionRow row) {
        check.code(row.when(), path + ".when", DeadlineRows::isUrgency);
        check.that(row.when() == null || seen.add(row.when()), path + ".when", "row-twice");
        if (row.then() == null || row.then().size() != COLUMNS.size()) {
            check.that(false, path, "missing");
            return;
        }
        List<Optional<Duration>> times =
                List.of(cell(path, row, 0), cell(path, row, 1), cell(path, row, 2), cell(path, row, 3));
        ordered(path, times, 0, 1, "reminder-after-answer-due");
        ordered(path, times, 1, 2, "coordinator-before-answer-due");
        ordered(path, times, 2, 3, "runs-out-before-coordinator");
    }

    private Optional<Duration> cell(String path, DecisionRow row, int column) {
        return time(check, path + "." + COLUMNS.get(column), row.then().get(column));
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

    /** A reminder comes before the answer is due; the others may fall together. */
    private void ordered(String path, List<Optional<Duration>> times, int first, int second, String code) {
        if (times.get(first).isPresent() && times.get(second).isPresent()) {
            int order = times.get(first).get().compareTo(times.get(second).get());
            check.that(
                    second == 1 ? order < 0 : order <= 0, path + "." + COLUMNS.get(second == 1 ? first : second), code);
        }
    }

    private static boolean isUrgency(String code) {
        return Arrays.stream(Urgency.values())
                .anyMatch(urgency -> urgency.name().equals(code));
    }
}
