package org.alongside.tie;

import java.util.Set;
import org.alongside.shared.Id;
import org.alongside.shared.WorkerId;

/**
 * A file is closed to somebody from now on: what they have taken of it goes back to those to whom it was offered.
 *
 * @param subjects the case and its referrals
 */
public record TieDeclared(WorkerId worker, Set<Id> subjects) {}
