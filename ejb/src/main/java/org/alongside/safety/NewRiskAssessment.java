package org.alongside.safety;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * What was found together with her.
 *
 * @param felt how safe she says she is, code of felt_safety: asked first
 * @param herWords what she says herself
 * @param findings domain by domain; what was not spoken of is left out, and is not the same as no danger
 * @param level a higher level than what was found, code of risk_level; null: as found
 * @param reason why higher
 */
public record NewRiskAssessment(
        @NotNull @CodeOf("felt_safety") String felt,
        @Size(max = 2000) String herWords,
        List<NewFinding> findings,
        @CodeOf("risk_level") String level,
        @Size(max = 1000) String reason) {
    public NewRiskAssessment {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** One domain: code of risk_domain, and how serious it is there, code of risk_score. */
    public record NewFinding(
            @NotNull @CodeOf("risk_domain") String domain,
            @NotNull @CodeOf("risk_score") String score,
            @Size(max = 1000) String note) {}
}
