package org.alongside.emergency;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * What the data protection officer found.
 *
 * @param verdict code of emergency_verdict
 * @param words why, read by data protection alone
 */
public record NewVerdict(
        @NotNull @CodeOf("emergency_verdict") String verdict,
        @NotNull @Size(max = 2000) String words) {}
