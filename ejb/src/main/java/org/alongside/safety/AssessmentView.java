package org.alongside.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.AssessmentId;

/**
 * One assessment as it was made.
 *
 * @param felt how safe she said she was, code of felt_safety
 * @param derived what the tables made of it, code of risk_level
 * @param level what whoever assessed set, never below that
 * @param reason why higher
 * @param reviewOn when it is to be looked at again at the latest, UTC
 */
public record AssessmentView(
        AssessmentId id,
        Instant assessedAt,
        String assessedBy,
        boolean own,
        String felt,
        Optional<String> herWords,
        List<RiskFinding> findings,
        String derived,
        String level,
        Optional<String> reason,
        LocalDate reviewOn,
        Optional<RiskOverride> override) {

    /** What was found in one domain: codes of risk_domain and risk_score. */
    public record RiskFinding(String domain, String score, Optional<String> note) {}

    /** That a supervisor set another level, with why. */
    public record RiskOverride(String level, String reason, LocalDate reviewOn, Instant decidedAt, String decidedBy) {}
}
