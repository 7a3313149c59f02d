package org.alongside.transfer;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A file that was looked through: its rows in the order of the file, and everything that is wrong.
 *
 * @param hash of the whole file
 * @param columns as its first line names them
 */
record Looked(String hash, List<String> columns, List<Row> rows, List<Fault> faults) {

    /**
     * A row and what can become of it.
     *
     * @param key by which it is known again, see {@link Keys}
     * @param content the row as text, null where it is not kept
     * @param state WAITING, BAD or KNOWN
     */
    record Row(int line, String key, String content, String state) {}

    /** The same, knowing the keys of those that became cases before. */
    Looked without(Set<String> known) {
        Set<Integer> before = rows.stream()
                .filter(row -> known.contains(row.key()))
                .map(Row::line)
                .collect(Collectors.toSet());
        return new Looked(
                hash,
                columns,
                rows.stream()
                        .map(row -> before.contains(row.line()) ? new Row(row.line(), row.key(), null, "KNOWN") : row)
                        .toList(),
                faults.stream().filter(fault -> !before.contains(fault.line())).toList());
    }

    int good() {
        return count("WAITING");
    }

    int bad() {
        return count("BAD");
    }

    int known() {
        return count("KNOWN");
    }

    private int count(String state) {
        return (int) rows.stream().filter(row -> row.state().equals(state)).count();
    }

    /** One thing of each row, in their order. */
    List<String> each(Function<Row, String> thing) {
        return rows.stream().map(thing).toList();
    }
}
