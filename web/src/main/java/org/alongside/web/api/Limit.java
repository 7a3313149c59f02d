package org.alongside.web.api;

import org.alongside.shared.Check;

/** How many rows a page of a list has. */
final class Limit {

    static final String USUAL = "20";
    private static final int MOST = 100;

    private Limit() {}

    /** Reads the parameter; refuses anything but a number from 1 to 100. */
    static int of(String limit) {
        boolean number = limit.matches("[0-9]{1,3}");
        new Check()
                .that(number && inRange(Integer.parseInt(limit)), "limit", "limit-range", MOST)
                .orRefuse();
        return Integer.parseInt(limit);
    }

    /** A parameter whose range the door knows; -1 where it is no number of at most five digits. */
    static int number(String parameter) {
        return parameter.matches("[0-9]{1,5}") ? Integer.parseInt(parameter) : -1;
    }

    private static boolean inRange(int rows) {
        return rows >= 1 && rows <= MOST;
    }
}
