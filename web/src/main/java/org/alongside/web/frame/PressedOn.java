package org.alongside.web.frame;

import org.alongside.shared.Refusal;

/**
 * What a button of a list carries, {@code id:CODE}.
 *
 * @param id of the row
 * @param said of it, the code of a choice
 */
public record PressedOn(String id, String said) {
    /** Refuses what no button of the house carries as not there. */
    public static PressedOn of(String value) {
        int between = value == null ? -1 : value.indexOf(':');
        if (between < 1 || between == value.length() - 1) {
            throw Refusal.notThere();
        }
        return new PressedOn(value.substring(0, between), value.substring(between + 1));
    }
}
