package org.alongside.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.OptionalInt;
import org.alongside.shared.Refusal;

/**
 * The version that the one who asks has before them, if they said so. Doors hold it against what there is now, in their own
 * transaction, so that nobody decides on something that has changed meanwhile.
 */
@RequestScoped
public class ExpectedVersion {
    private OptionalInt version = OptionalInt.empty();

    /** Says which version this request is based on. */
    public void set(int version) {
        this.version = OptionalInt.of(version);
    }

    /** Refuses as stale where a version was said and it is not this one. */
    public void requireIfSaid(int actual) {
        if (version.isPresent() && version.getAsInt() != actual) {
            throw Refusal.stale("changed-meanwhile");
        }
    }
}
