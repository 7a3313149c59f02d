package org.alongside.consent;

import org.alongside.shared.CaseId;

/**
 * She said yes, no or not now to a purpose, or took a yes back; told inside the transaction.
 *
 * @param purpose code of consent_purpose
 */
public record PurposeAnswered(CaseId caseId, String purpose) {}
