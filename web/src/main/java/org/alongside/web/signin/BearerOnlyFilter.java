package org.alongside.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.alongside.web.problem.ErrorServlet;

/**
 * Lets a request to the API pass only if it was authenticated by the very token it carries in its header.
 *
 * <p>The adapter is told the same ({@link TwoDoors}); this is the second lock, for the day when a path is spelled in a
 * way that the adapter reads differently from the servlet container.
 */
public class BearerOnlyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "Bearer ";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(ErrorServlet.FOR_PROGRAMS, true);
        String header = request.getHeader("Authorization");
        boolean carried = header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && Token.of(request)
                        .filter(token -> token.text()
                                .equals(header.substring(SCHEME.length()).trim()))
                        .isPresent();
        if (carried) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"alongside\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
