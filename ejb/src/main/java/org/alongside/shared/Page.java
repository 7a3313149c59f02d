package org.alongside.shared;

import java.util.List;
import java.util.Optional;

/** Some rows of a longer list, and the cursor by which the list goes on, if it does. */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
