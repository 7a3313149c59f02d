package org.alongside.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What is wrong in a file, by line and column; never what stood there.
 *
 * @param line in the file, from 1
 * @param column its name, or empty for the whole row
 * @param code as of a reason of a refusal, {@code reason.<code>} in the bundles
 * @param values what the words mention: numbers and codes
 */
public record Fault(int line, String column, String code, List<String> values) {
    /** What is said of a field of a form is said of a cell in other words. */
    private static final Map<String, String> OF_A_CELL =
            Map.of("unknown-code", "no-such-code", "missing", "cell-empty");

    static Fault at(int line, String column, String code, Object... values) {
        return new Fault(
                line,
                column,
                OF_A_CELL.getOrDefault(code, code),
                Arrays.stream(values).map(String::valueOf).toList());
    }
}
