package org.alongside.careplan;

import java.util.Optional;
import org.alongside.shared.OrganisationId;

/**
 * Somebody to whom the caller may give a step of this case now.
 *
 * @param organisation empty, with the rest: the survivor herself
 * @param role code of user_role
 * @param ours whether it is the caller's own organisation
 */
public record StepOwner(
        Optional<OrganisationId> organisation, Optional<String> name, Optional<String> role, boolean ours) {}
