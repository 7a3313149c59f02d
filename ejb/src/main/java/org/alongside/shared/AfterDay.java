package org.alongside.shared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where a list that stands by day and id goes on: the last row that was read. */
public record AfterDay(LocalDate day, UUID id) {
    /** Reads a cursor of {@link #page}; null: from the top. */
    public static AfterDay read(String cursor) {
        if (cursor == null) {
            return new AfterDay(LocalDate.of(1970, 1, 1), new UUID(0, 0));
        }
        List<String> key = Cursor.read(cursor, 2);
        try {
            return new AfterDay(LocalDate.parse(key.get(0)), UUID.fromString(key.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw Cursor.wrong();
        }
    }

    /** The first {@code size} of the rows, and where to go on if there are more. */
    public static <T> Page<T> page(List<T> rows, int size, Function<T, LocalDate> day, Function<T, Id> id) {
        if (rows.size() <= size) {
            return new Page<>(rows, Optional.empty());
        }
        T last = rows.get(size - 1);
        return new Page<>(rows.subList(0, size), Optional.of(Cursor.of(day.apply(last), id.apply(last))));
    }
}
