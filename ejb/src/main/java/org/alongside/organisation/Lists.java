package org.alongside.organisation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** Lists as they come from outside: never absent, nothing twice, in their order; what is not there is left in, to be refused. */
final class Lists {
    private Lists() {}

    static <T> List<T> known(List<T> values) {
        return values == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(new LinkedHashSet<>(values)));
    }
}
