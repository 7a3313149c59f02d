package org.alongside.organisation;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.alongside.code.CodeOf;
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
public record NewWorker(
        @NotNull @Size(max = 120) String name,
        @NotNull @Size(max = 80) String username,
        @NotNull @Size(max = 160) String email,
        @NotEmpty @CodeOf("user_role") List<String> roles,
        @NotNull TeamId team,
        @NotNull String language) {
    public NewWorker {
        roles = Lists.known(roles);
    }
}
