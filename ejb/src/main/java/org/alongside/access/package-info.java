/**
 * Who is asking, what they may do, the grants that open a file, the gate that asks, and the row scope given to the database.
 * Everyone may use it; it observes nobody. A feature that owns a basis calls {@link org.alongside.access.Grants}.
 */
package org.alongside.access;
