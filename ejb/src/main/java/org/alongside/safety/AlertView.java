package org.alongside.safety;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;

/**
 * An alert as its reader may know it.
 *
 * @param caseId the file, where it is open to the reader; empty: they are on call and know of the alert alone
 * @param caseCode the code of the file
 * @param type code of safety_alert_type
 * @param severity code of alert_severity
 * @param words what was seen, for those who read all of her safety and whoever wrote it
 * @param outcome code of alert_outcome
 * @param done what was done, for the same
 * @param ended whether the file was closed, or she who was missing was found, while it was open
 * @param stays whether it is about somebody who is missing, and so stays until she is found
 * @param may what the reader can do
 */
public record AlertView(
        AlertId id,
        Optional<CaseId> caseId,
        String caseCode,
        String type,
        String severity,
        Instant raisedAt,
        String raisedBy,
        String raisedByOrganisation,
        Instant answerBy,
        Instant settleBy,
        Optional<String> words,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,
        Optional<Instant> settledAt,
        Optional<String> settledBy,
        Optional<String> outcome,
        Optional<String> done,
        boolean ended,
        boolean stays,
        AlertAbility may) {

    /** Whether somebody is still asked about it. */
    public boolean open() {
        return settledAt.isEmpty() && !ended;
    }

    /** What the reader can do about it. */
    public record AlertAbility(boolean acknowledge, boolean settle) {}
}
