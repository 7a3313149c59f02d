package org.alongside.code;

import java.util.function.Supplier;

/**
 * Something read from codes, matrix or settings and kept until the database has a newer version of them.
 *
 * @param <T> never changed once it is kept
 */
public final class Kept<T> {
    private final Supplier<T> read;
    private volatile Known<T> known;

    /** @param read reads it anew in the transaction under way */
    public Kept(Supplier<T> read) {
        this.read = read;
    }

    /** As it is at that version at least, see {@link CodeVersion#now()}. */
    public T at(long version) {
        Known<T> kept = known;
        if (kept == null || kept.version < version) {
            kept = new Known<>(version, read.get());
            known = kept;
        }
        return kept.value;
    }

    private record Known<T>(long version, T value) {}
}
