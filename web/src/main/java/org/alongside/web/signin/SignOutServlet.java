package org.alongside.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.System.Logger;
import org.wildfly.security.http.oidc.OidcSecurityContext;
import org.wildfly.security.http.oidc.RefreshableOidcSecurityContext;
import org.wildfly.security.http.oidc.ServerRequest;

/**
 * Ends both sessions: the one here, and the one at the identity provider.
 *
 * <p>The provider is told directly, server to server, with the refresh token. The other way, sending the browser there
 * with an {@code id_token_hint}, would put a token that names the person into an address, where histories and logs keep
 * it. If the provider cannot be reached, the session here ends all the same and the page says what is left open.
 */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(SignOutServlet.class.getName());

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        boolean bothEnded = session == null || endAtProvider(session);
        request.logout();
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.sendRedirect(request.getContextPath() + (bothEnded ? "/signed-out.xhtml" : "/signed-out-here.xhtml"));
    }

    /** What the adapter keeps in the session is taken from there: it would ask the provider first for a token that lasts. */
    private static boolean endAtProvider(HttpSession session) {
        if (!(session.getAttribute(OidcSecurityContext.class.getName()) instanceof RefreshableOidcSecurityContext kept)
                || kept.getRefreshToken() == null) {
            return true;
        }
        try {
            ServerRequest.invokeLogout(kept.getOidcClientConfiguration(), kept.getRefreshToken());
            return true;
        } catch (IOException | ServerRequest.HttpFailure | RuntimeException e) {
            LOG.log(
                    Logger.Level.WARNING,
                    "The identity provider did not end a session: {0}",
                    e.getClass().getName());
            return false;
        }
    }
}
