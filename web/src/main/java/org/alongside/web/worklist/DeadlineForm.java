package org.alongside.web.worklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.DecisionTable;

/** The table of deadlines as a person writes it: a number and a unit in each cell. */
public final class DeadlineForm {
    /** The version that was read, so that a change of somebody else is not written over. */
    private int basedOn;

    private final List<Row> rows = new ArrayList<>();

    static DeadlineForm of(DecisionTable table) {
        DeadlineForm form = new DeadlineForm();
        form.basedOn = table.version();
        for (DecisionRow row : table.rows()) {
            form.rows.add(new Row(
                    row.when(),
                    IntStream.range(0, row.then().size())
                            .mapToObj(column -> new Cell(
                                    table.outputs().get(column),
                                    Duration.parse(row.then().get(column))))
                            .toList()));
        }
        return form;
    }

    List<DecisionRow> decisionRows() {
        return rows.stream()
                .map(row -> new DecisionRow(
                        row.urgency(), row.cells().stream().map(Cell::iso).toList()))
                .toList();
    }

    public List<Row> getRows() {
        return rows;
    }

    public int getBasedOn() {
        return basedOn;
    }

    public void setBasedOn(int basedOn) {
        this.basedOn = basedOn;
    }

    /** An urgency and its times. */
    public record Row(String urgency, List<Cell> cells) {}

    /** In what a time is counted. */
    public enum Unit {
        MINUTES(1, "PT#M"),
        HOURS(60, "PT#H"),
        DAYS(24 * 60, "P#D");

        private final int minutes;
        private final String pattern;

        Unit(int minutes, String pattern) {
            this.minutes = minutes;
            this.pattern = pattern;
        }

        private static Unit largestFor(Duration time) {
            return time.toMinutes() % DAYS.minutes == 0
                    ? DAYS
                    : time.toMinutes() % HOURS.minutes == 0 ? HOURS : MINUTES;
        }
    }

    /** One time. */
    public static final class Cell {
        private final String column;
        private Integer number;
        private Unit unit;

        Cell(String column, Duration time) {
            this.column = column;
            this.unit = Unit.largestFor(time);
            this.number = (int) (time.toMinutes() / unit.minutes);
        }

        /** ISO 8601, as the table keeps it; empty where nothing was written. */
        String iso() {
            return number == null || unit == null ? "" : unit.pattern.replace("#", number.toString());
        }

        public String getColumn() {
            return column;
        }

        public Integer getNumber() {
            return number;
        }

        public void setNumber(Integer number) {
            this.number = number;
        }

        public Unit getUnit() {
            return unit;
        }

        public void setUnit(Unit unit) {
            this.unit = unit;
        }
    }
}
