package org.alongside.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.casefile.BroughtCases.Origin;
import org.alongside.casefile.NewCase;
import org.alongside.casefile.TakenCases.Taken;

/** How the columns of one format are read: what a row says of a case, and which column a reason belongs to. */
sealed interface Sheet permits OwnSheet, CtdcSheet {
    /** Every column that the format knows, in its order. */
    List<String> columns();

    /** Those without which a file is not of this format. */
    List<String> needed();

    /** What a row says; what cannot be read is noted in {@code cells}. */
    Brought read(Cells cells);

    /** The column to which a reason about a field of the intake belongs; empty: to the whole row. */
    String column(String field);

    static Sheet of(String format, NewImport.Everyone everyone) {
        return "CTDC".equals(format) ? new CtdcSheet(everyone) : new OwnSheet();
    }

    /**
     * A case as a row says it.
     *
     * @param recordId what the organisation calls the record; empty: it has no name of its own
     * @param caseworker who leads it, as written; empty: as for the whole file
     * @param legalBasis in {@code origin} is null where the row says nothing
     */
    record Brought(Optional<String> recordId, Optional<String> caseworker, Origin origin, NewCase intake) {
        /** A case of here, called by its code. */
        static Brought of(Taken taken) {
            return new Brought(Optional.of(taken.code()), Optional.empty(), taken.origin(), taken.intake());
        }
    }

    /** The cells of a row by the name of their column, and what is wrong with them as they are read. */
    final class Cells {
        private final Map<String, String> cells = new HashMap<>();
        private final List<Fault> faults;
        private final int line;

        Cells(int line, List<String> columns, List<String> values, List<Fault> faults) {
            this.line = line;
            this.faults = faults;
            for (int at = 0; at < Math.min(columns.size(), values.size()); at++) {
                cells.put(columns.get(at), values.get(at).strip());
            }
        }

        int line() {
            return line;
        }

        /** The text; null where the cell is empty or there is no such column. */
        String text(String column) {
            String value = cells.get(column);
            return value == null || value.isEmpty() ? null : value;
        }

        void fault(String column, String code, Object... mentions) {
            faults.add(Fault.at(line, column, code, mentions));
        }
    }
}
