package org.alongside.audit;

import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.Id;

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

    /** The same, as an event of what the door answered, and of that case where it is one, as far as nothing was known before. */
    public AuditEvent about(Id answered) {
        return new AuditEvent(
                action,
                caseId.or(() -> answered instanceof CaseId found ? Optional.of(found) : Optional.empty()),
                subject.or(() -> Optional.of(answered.value())),
                category,
                basis,
                outcome,
                reason);
    }
}
