package org.alongside.shared;

import java.util.UUID;

/** How ids are read from text. */
public final class Ids {
    private Ids() {}

    /** Refuses what is no id as not there. */
    public static UUID parse(String text) {
        try {
            UUID id = UUID.fromString(text == null ? "" : text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.notThere();
        }
        throw Refusal.notThere();
    }
}
