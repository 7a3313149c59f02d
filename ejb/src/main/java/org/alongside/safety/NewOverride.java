package org.alongside.safety;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * That a supervisor sets another level than was found.
 *
 * @param assessment the newest assessment as it was read, its id
 * @param level code of risk_level
 * @param reason why
 */
public record NewOverride(
        @NotNull @Size(max = 36) String assessment,
        @NotNull @CodeOf("risk_level") String level,
        @NotNull @Size(max = 1000) String reason) {}
