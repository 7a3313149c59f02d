package org.alongside.counselling;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.alongside.shared.WorkerId;

/** Who supervises whom: two counsellors of the house, and not the same. */
public record NewSupervision(
        @NotNull WorkerId counsellor, @NotNull WorkerId supervisor) {
    /** That they met on a day, and nothing of what was said. */
    public record NewMeeting(@NotNull LocalDate heldOn) {}
}
