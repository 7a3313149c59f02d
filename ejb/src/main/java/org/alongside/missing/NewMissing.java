package org.alongside.missing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.alongside.code.CodeOf;

/**
 * That somebody is missing.
 *
 * @param since since when nobody knows where she is, UTC, not in the future and at most a year ago; null: now
 */
public record NewMissing(Instant since) {
    /** What was done. */
    public record NewMissingStep(
            @NotNull @CodeOf("missing_step") String step) {}

    /**
     * That the police know.
     *
     * @param reference the number under which they do: letters, digits, and between them spaces, dots, slashes and dashes; nothing of her
     */
    public record NewPoliceReport(@NotNull @Size(max = 40) String reference) {}

    /**
     * That she is found.
     *
     * @param how code of found_how
     */
    public record HowFound(@NotNull @CodeOf("found_how") String how) {}

    /**
     * That somebody talked with her about it (return interview).
     *
     * @param heldAt when, UTC; after she was found and not in the future; null: now
     * @param words what she says of it, for her file; null: she does not want to talk about it
     */
    public record NewReturnTalk(
            Instant heldAt, @Size(max = 4000) String words) {}
}
