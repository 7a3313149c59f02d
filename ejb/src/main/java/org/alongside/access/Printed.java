package org.alongside.access;

import java.util.Set;

/**
 * What leaves the house on paper: exactly what the printer may read, and the mark that stands on every page. A door that
 * answers it is audited once for each kind of information.
 *
 * @param content the record that the printer may read, parts that are not open left out
 * @param categories the kinds of information that are in it, never empty
 * @param mark who printed it and when
 */
public record Printed<T>(T content, Set<Category> categories, PrintMark mark) {
    public Printed {
        categories = Category.inOrder(categories);
    }
}
