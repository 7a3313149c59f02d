package org.alongside.web.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/**
 * Reads the fields of a form without which a door refuses, and remembers what could not be read, so that every wrong field is told at once: what cannot be
 * read is handed in as missing, and in the place of that the door's refusal says why it could not be read.
 */
public final class Needed {
    private final List<Reason> unread = new ArrayList<>();

    /** What was typed; null where nothing was, or where it cannot be read. */
    public <T> T read(Supplier<Optional<T>> field) {
        try {
            return field.get().orElse(null);
        } catch (Refusal refusal) {
            unread.addAll(refusal.reasons());
            return null;
        }
    }

    /** Goes through the door. */
    public void through(Runnable door) {
        try {
            door.run();
        } catch (Refusal refusal) {
            throw unread.isEmpty() || refusal.kind() != Refusal.Kind.INVALID ? refusal : with(refusal);
        }
    }

    private Refusal with(Refusal refusal) {
        List<String> fields = unread.stream().map(Reason::field).toList();
        return new Refusal(
                Refusal.Kind.INVALID,
                Stream.concat(
                                refusal.reasons().stream().filter(reason -> !fields.contains(reason.field())),
                                unread.stream())
                        .toList());
    }
}
