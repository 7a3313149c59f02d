package org.alongside.restriction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.alongside.code.CodeOf;
import org.alongside.shared.WorkerId;

/**
 * A limit on her stay.
 *
 * @param kind code of restriction_kind
 * @param reason why, in words that she could read
 * @param endsAt when it ends by itself, UTC
 * @param reviewer who of the house looks at it again: not who imposes it
 */
public record NewRestriction(
        @NotNull @CodeOf("restriction_kind") String kind,
        @NotNull @Size(max = 500) String reason,
        @NotNull Instant endsAt,
        @NotNull WorkerId reviewer) {
    /**
     * It goes on, for a new reason.
     *
     * @param endsAt when it ends by itself then, UTC
     * @param reviewer who looks at it again: not who prolongs it
     */
    public record NewProlonging(
            @NotNull @Size(max = 500) String reason,
            @NotNull Instant endsAt,
            @NotNull WorkerId reviewer) {}

    /** What somebody found who looked at it again, or why it is lifted. */
    public record NewLook(@NotNull @Size(max = 500) String words) {}
}
