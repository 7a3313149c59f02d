package org.alongside.system.example;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Numbers of one thing side by side, as the example counts them and as the product says them. */
final class Tally {
    private final String what;
    private final Map<String, long[]> rows = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    Tally(String what) {
        this.what = what;
    }

    /** One of them is counted as one and said to be one; where the two differ it is remembered of which record. */
    synchronized void same(String of, String counted, String said) {
        rows.computeIfAbsent(counted, name -> new long[2])[0]++;
        rows.computeIfAbsent(said, name -> new long[2])[1]++;
        if (!counted.equals(said)) {
            differences.add(what + " of " + of + ": " + said + ", not " + counted);
        }
    }

    /** Whole numbers of one row. */
    synchronized void same(String row, long counted, long said) {
        long[] both = rows.computeIfAbsent(row, name -> new long[2]);
        both[0] += counted;
        both[1] += said;
        if (counted != said) {
            differences.add(what + ", " + row + ": " + said + ", not " + counted);
        }
    }

    /** The same cases, not only as many. */
    synchronized void same(String row, Set<String> counted, Set<String> said) {
        same(row, counted.size(), said.size());
        if (counted.size() == said.size() && !counted.equals(said)) {
            differences.add(what + ", " + row + ": as many, and not the same");
        }
    }

    /** How many numbers stand in it. */
    int size() {
        return rows.size();
    }

    List<String> differences() {
        return differences;
    }

    void print(PrintStream out) {
        out.printf("%n  %-32s %8s %8s%n", what, "counted", "product");
        rows.forEach((row, both) ->
                out.printf("  %-32s %8d %8d%s%n", row, both[0], both[1], both[0] == both[1] ? "" : "  differs"));
    }
}
