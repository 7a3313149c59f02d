package org.alongside.web.api;

import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/** Names fields as the body names them, where a door names them as part of something larger. */
final class Fields {

    private Fields() {}

    /** Does what may be refused, and takes the name of the part off the fields of a refusal. */
    static void under(String part, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.kind(),
                    refusal.reasons().stream()
                            .map(reason -> new Reason(inside(part, reason.field()), reason.code(), reason.values()))
                            .toList());
        }
    }

    private static String inside(String part, String field) {
        return field.startsWith(part + ".") ? field.substring(part.length() + 1) : field;
    }
}
