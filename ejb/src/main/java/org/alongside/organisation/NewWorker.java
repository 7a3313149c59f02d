package org.alongside.organisation;

import java.util.List;
import org.alongside.shared.TeamId;

/**
 * Somebody to invite.
 *
 * @param name what colleagues call them, at most 120 characters
 * @param username by which they sign in: 2 to 80 small letters, digits, dots, hyphens, underscores
 * @param email where the letter goes by which they choose a password, at most 160 characters
 * @param roles codes of user_role
 * @param team of the organisation
 * @param language of pages and letter: en or ar
 */
public record NewWorker(String name, String username, String email, List<String> roles, TeamId team, String language) {
    public NewWorker {
        roles = Lists.known(roles);
    }
}
