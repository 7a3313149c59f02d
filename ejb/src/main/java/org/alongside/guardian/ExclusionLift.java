package org.alongside.guardian;

import jakarta.validation.constraints.NotNull;
import org.alongside.code.CodeOf;

/**
 * That somebody was excluded who should not be.
 *
 * @param reason code of exclusion_lift
 */
public record ExclusionLift(
        @NotNull @CodeOf("exclusion_lift") String reason) {}
