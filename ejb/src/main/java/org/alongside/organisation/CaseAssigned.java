package org.alongside.organisation;

import java.util.Set;
import org.alongside.shared.Id;
import org.alongside.shared.WorkerId;

/**
 * Somebody else works on a case from now on: what the one before has taken of it goes back to those to whom it was offered.
 *
 * @param subjects the case with its referrals, or the referral under which they work on it
 */
public record CaseAssigned(WorkerId before, Set<Id> subjects) {}
