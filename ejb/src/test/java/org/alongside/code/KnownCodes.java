package org.alongside.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The code lists read from the file from which they are loaded, for rules that are tested without a database. */
public final class KnownCodes extends Codes {
    private final Map<String, Set<String>> lists = new LinkedHashMap<>();

    public KnownCodes() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownCodes.class.getResourceAsStream("/codes/codes.csv")),
                StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(line -> line.split(",")).forEach(cells -> lists.computeIfAbsent(
                            cells[0], list -> new LinkedHashSet<>())
                    .add(cells[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Map<String, Set<String>> all() {
        return lists;
    }
}
