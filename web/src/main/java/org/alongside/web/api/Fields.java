package org.alongside.web.api;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/** Names fields as the body names them, where a door names them otherwise. */
final class Fields {

    private Fields() {}

    /** Does what may be refused, and takes the name of the part off the fields of a refusal. */
    static void under(String part, Runnable act) {
        named(field -> field.startsWith(part + ".") ? field.substring(part.length() + 1) : field, () -> {
            act.run();
            return part;
        });
    }

    /** Does what may be refused, with the fields of a refusal named anew. */
    static <T> T named(UnaryOperator<String> names, Supplier<T> act) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.kind(),
                    refusal.reasons().stream()
                            .map(reason -> new Reason(names.apply(reason.field()), reason.code(), reason.values()))
                            .toList());
        }
    }
}
