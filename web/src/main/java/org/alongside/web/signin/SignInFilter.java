package org.alongside.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.alongside.access.SignIn;

/** Hands what the verified token says to the business, once a request. */
public class SignInFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignIn signIn;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Token.of(request).ifPresent(this::known);
        chain.doFilter(request, response);
    }

    private void known(Token token) {
        signIn.from(token.subject(), token.organisations(), token.sessionId(), token.displayName());
        token.address().ifPresent(signIn::readsMailAt);
        if (token.secondFactor()) {
            signIn.withSecondFactor();
        }
    }
}
