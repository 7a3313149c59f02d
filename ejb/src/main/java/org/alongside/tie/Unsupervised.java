package org.alongside.tie;

import org.alongside.shared.OrganisationId;
import org.alongside.shared.TeamId;

/**
 * A team with open cases that nobody of it can open: it needs another supervisor.
 *
 * @param cases how many
 */
public record Unsupervised(
        OrganisationId organisation, String organisationName, TeamId team, String teamName, long cases) {}
