package org.alongside.web.frame;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.shared.Refusal;

/**
 * Turns what no page caught, and what is no fault of ours, into an answer without a word in the log: a refusal is 404
 * where the thing is not there and else 403 with its reasons; a page whose session has ended leads to a page that says so.
 */
@WebFilter(urlPatterns = {"*.xhtml", "/print/*", "/document/file", "/changes"})
public class TroubleFilter extends HttpFilter {
    static final String REFUSAL = "org.alongside.refusal";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException thrown) {
            if (response.isCommitted() || !answered(thrown, request, response)) {
                throw thrown;
            }
        }
    }

    private static boolean answered(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Refusal> refusal = cause(Refusal.class, thrown);
        if (refusal.isPresent()) {
            request.setAttribute(REFUSAL, refusal.get());
            boolean hidden = refusal.get().kind() == Refusal.Kind.NOT_THERE;
            response.sendError(hidden ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
            return true;
        }
        if (cause(ViewExpiredException.class, thrown).isPresent()) {
            afterExpiry(request, response);
            return true;
        }
        return false;
    }

    /** A form that keeps a draft goes on with it, and with what was sent just now; any other says that it was open for too long. */
    private static void afterExpiry(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getParameter("draft") == null) {
            response.sendRedirect(request.getContextPath() + "/error/expired.xhtml");
        } else {
            request.getRequestDispatcher("/draft/" + request.getParameter("draft"))
                    .forward(request, response);
        }
    }

    private static <T> Optional<T> cause(Class<T> type, Throwable thrown) {
        return Stream.iterate(thrown, one -> one != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
