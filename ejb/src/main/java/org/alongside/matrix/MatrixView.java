package org.alongside.matrix;

import java.util.List;
import org.alongside.access.Category;
import org.alongside.access.Role;

/**
 * The matrix at one version.
 *
 * @param version 1 as it was delivered, one more with every change
 * @param newest the version that is in force
 * @param cells every role with every category, by category and then by role
 */
public record MatrixView(int version, int newest, List<Cell> cells) {
    public MatrixView {
        cells = List.copyOf(cells);
    }

    /** What a role may make of a category. */
    public record Cell(Role role, Category category, Access access) {}

    /** What the role may make of the category; nothing where nothing is said. */
    public Access access(Role role, Category category) {
        return cells.stream()
                .filter(cell -> cell.role() == role && cell.category() == category)
                .map(Cell::access)
                .findFirst()
                .orElse(Access.NOTHING);
    }
}
