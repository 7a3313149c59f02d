package org.alongside.audit;

import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;

/**
 * One thing that somebody did or was refused; who, when and for which organisation the database adds from the caller.
 *
 * @param action the permission asked for
 * @param subject id of what it was about
 * @param category number of the category written to or printed, if any
 * @param basis on what the access rests, a code
 * @param outcome PERMITTED or REFUSED
 * @param reason code of the first reason of a refusal
 */
public record AuditEvent(
        String action,
        Optional<CaseId> caseId,
        Optional<UUID> subject,
        Optional<Short> category,
        Optional<String> basis,
        String outcome,
        Optional<String> reason) {

    /** The same, as an event of the case that it turned out to be about, where none was known before. */
    public AuditEvent about(CaseId answered) {
        return new AuditEvent(
                action,
                caseId.or(() -> Optional.of(answered)),
                subject.or(() -> Optional.of(answered.value())),
                category,
                basis,
                outcome,
                reason);
    }
}
