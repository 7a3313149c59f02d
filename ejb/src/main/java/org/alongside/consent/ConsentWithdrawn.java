package org.alongside.consent;

import java.time.Instant;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;

/** She took a consent back; its grants end in the same transaction. */
public record ConsentWithdrawn(ConsentId consent, CaseId caseId, Instant at) {}
