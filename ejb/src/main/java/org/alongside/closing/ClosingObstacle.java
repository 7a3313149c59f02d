package org.alongside.closing;

/**
 * Something that stands against closing.
 *
 * @param code code of closing_obstacle
 * @param count how many of it; 1 where it is not counted
 * @param blocks whether it must be ended first; else a reason overrides it
 */
public record ClosingObstacle(String code, int count, boolean blocks) {
    static ClosingObstacle first(String code, int count) {
        return new ClosingObstacle(code, count, true);
    }

    static ClosingObstacle overridable(String code, int count) {
        return new ClosingObstacle(code, count, false);
    }
}
