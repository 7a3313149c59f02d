package org.alongside.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Some rows of a longer list, and the cursor by which the list goes on, if it does. */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same rows as something else. */
    public <R> Page<R> map(Function<T, R> made) {
        return new Page<>(items.stream().map(made).toList(), next);
    }
}
