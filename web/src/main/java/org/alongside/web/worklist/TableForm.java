package org.alongside.web.worklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.alongside.worklist.StaffTable;

/** A table as a person writes it: a number and a unit in each cell, or a level. */
public final class TableForm {
    /** The version that was read, so that a change of somebody else is not written over. */
    private int basedOn;

    private final List<Row> rows = new ArrayList<>();

    static TableForm of(StaffTable which, DecisionTable table) {
        TableForm form = new TableForm();
        form.basedOn = table.version();
        for (DecisionRow row : table.rows()) {
            form.rows.add(new Row(
                    row.when(),
                    IntStream.range(0, row.then().size())
                            .mapToObj(column -> which == StaffTable.RISK_LEVEL
                                    ? new Cell(
                                            table.outputs().get(column),
                                            row.then().get(column))
                                    : which.counts()
                                            ? Cell.counted(
                                                    table.outputs().get(column),
                                                    row.then().get(column))
                                            : Cell.timed(
                                                    table.outputs().get(column),
                                                    row.then().get(column)))
                            .toList()));
        }
        return form;
    }

    List<DecisionRow> decisionRows() {
        return rows.stream()
                .map(row -> new DecisionRow(
                        row.when(), row.cells().stream().map(Cell::said).toList()))
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

    /** A code and what the table says of it. */
    public record Row(String when, List<Cell> cells) {}

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

    /** One time, or one level. */
    public static final class Cell {
        private final String column;
        private Integer number;
        private Unit unit;
        private String level;
        private boolean counts;

        Cell(String column, String level) {
            this.column = column;
            this.level = level;
        }

        /** ISO 8601, or empty. */
        static Cell timed(String column, String said) {
            Cell cell = new Cell(column, null);
            Duration time = said.isBlank() ? Duration.ZERO : Duration.parse(said);
            cell.unit = said.isBlank() ? Unit.HOURS : Unit.largestFor(time);
            cell.number = said.isBlank() ? null : (int) (time.toMinutes() / cell.unit.minutes);
            return cell;
        }

        /** How many. */
        static Cell counted(String column, String said) {
            Cell cell = new Cell(column, null);
            cell.number = said.isBlank() ? null : Integer.valueOf(said);
            cell.counts = true;
            return cell;
        }

        /** As the table keeps it: a level, or ISO 8601; empty where nothing was written. */
        String said() {
            return level != null
                    ? level
                    : counts
                            ? number == null ? "" : number.toString()
                            : number == null || unit == null ? "" : unit.pattern.replace("#", number.toString());
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

        public String getLevel() {
            return level;
        }

        public void setLevel(String level) {
            this.level = level == null ? "" : level;
        }

        public Unit getUnit() {
            return unit;
        }

        public void setUnit(Unit unit) {
            this.unit = unit;
        }
    }
}
