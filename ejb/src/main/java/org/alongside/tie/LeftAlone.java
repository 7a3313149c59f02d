package org.alongside.tie;

import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;

/**
 * Open work of the caller's team on which nobody is left: somebody has to take it over.
 *
 * @param referral under which referral; empty: for the lead
 * @param workerName whose it was
 */
public record LeftAlone(CaseId caseId, String code, Optional<ReferralId> referral, String workerName) {}
