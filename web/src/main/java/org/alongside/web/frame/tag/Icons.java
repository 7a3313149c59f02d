package org.alongside.web.frame.tag;

import java.util.Set;

/** Icons that point along the line and so turn round where lines run from right to left. */
public final class Icons {
    static final Set<String> TURN_ROUND = Set.of("exit", "arrow", "chevron", "send", "undo");

    private Icons() {}

    /** For the tag files: the value of data-flip, or null to leave it out. */
    public static String flip(String icon) {
        return icon != null && TURN_ROUND.contains(icon) ? "flip" : null;
    }
}
