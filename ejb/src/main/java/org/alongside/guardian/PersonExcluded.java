package org.alongside.guardian;

import java.time.Instant;
import org.alongside.shared.CaseId;

/** Somebody stands for this child no more and never gives a consent again: what they consented to ends in the same transaction. */
public record PersonExcluded(CaseId caseId, Instant at) {}
