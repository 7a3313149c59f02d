package org.alongside.counselling;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.alongside.code.CodeOf;
import org.alongside.shared.CaseId;

/**
 * A group; its code is given to it and means nothing.
 *
 * @param type code of session_type
 */
public record NewGroup(@NotNull @CodeOf("session_type") String type) {
    /** Somebody whom the counsellor counsels comes to the group. */
    public record NewMember(@NotNull CaseId caseId) {}

    /**
     * An hour of the group, for everybody who is in it.
     *
     * @param startsAt UTC
     * @param minutes how long, 5 to 480
     * @param modality code of session_modality
     * @param place code of session_place; never an address
     * @param interpreter code of interpreter
     */
    public record NewGroupHour(
            @NotNull Instant startsAt,
            @NotNull Integer minutes,
            @NotNull @CodeOf("session_modality") String modality,
            @NotNull @CodeOf("session_place") String place,
            @NotNull @CodeOf("interpreter") String interpreter) {}
}
