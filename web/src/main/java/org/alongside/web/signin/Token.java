package org.alongside.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wildfly.security.http.oidc.AccessToken;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** The verified access token behind a request. */
record Token(OidcSecurityContext context) {

    private static final String ORGANIZATION = "organization";
    private static final String METHODS = "amr";
    private static final Set<String> SECOND_FACTORS = Set.of("otp", "mfa", "hwk");

    static Optional<Token> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof OidcPrincipal<?> person
                ? Optional.of(new Token(person.getOidcSecurityContext()))
                : Optional.empty();
    }

    String text() {
        return context.getTokenString();
    }

    String subject() {
        return claims().getSubject();
    }

    String sessionId() {
        return claims().getClaimValueAsString("sid");
    }

    String displayName() {
        String name = claims().getName();
        return name == null ? claims().getPreferredUsername() : name;
    }

    /** Where the person reads mail; only tokens of the pages say it. */
    Optional<String> address() {
        return Optional.ofNullable(claims().getEmail());
    }

    /** Aliases; the provider sends a list, or a map from alias to attributes where it is told to add those. */
    Set<String> organisations() {
        Object claim = claims().hasClaim(ORGANIZATION) ? claims().getClaimValue(ORGANIZATION) : null;
        if (claim instanceof Collection<?> aliases) {
            return aliases.stream().map(Token::plain).collect(Collectors.toUnmodifiableSet());
        }
        if (claim instanceof Map<?, ?> byAlias) {
            return byAlias.keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
        }
        return Set.of();
    }

    /** Whether the provider says that something more than a password was asked for, by the names of RFC 8176. */
    boolean secondFactor() {
        return claims().hasClaim(METHODS)
                && claims().getClaimValue(METHODS) instanceof Collection<?> methods
                && methods.stream().map(Token::plain).anyMatch(SECOND_FACTORS::contains);
    }

    private AccessToken claims() {
        return context.getToken();
    }

    private static String plain(Object value) {
        return value instanceof jakarta.json.JsonString text ? text.getString() : String.valueOf(value);
    }
}
