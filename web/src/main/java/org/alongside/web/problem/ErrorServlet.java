package org.alongside.web.problem;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.alongside.access.RefusedSignIns;
import org.alongside.shared.Sql;
import org.alongside.web.frame.Languages;

/**
 * Where every error of the container ends: nothing of the cause is told, only what to do.
 *
 * <p>Requests to the API get {@code application/problem+json} (RFC 9457), everybody else a page.
 */
@WebServlet("/error/")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient RefusedSignIns refused;

    /** The request attribute by which a filter says that a program asks, however the path was spelled. */
    public static final String FOR_PROGRAMS = "org.alongside.web.problem.for-programs";

    private static final Map<Integer, String> PAGES = Map.of(403, "403", 404, "404", 503, "503");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean databaseIsAway = Sql.databaseIsAway(error(request));
        boolean signInIsAway = !databaseIsAway && signInIsAway(request);
        int status = databaseIsAway || signInIsAway ? 503 : status(request);
        if (status == 401) {
            RefusedToken.reason(request.getHeader("Authorization")).ifPresent(refused::stranger);
        }
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (status == 503) {
            response.setHeader("Retry-After", "10");
        }
        if (forApi(request)) {
            byte[] problem = problem(request, status).json();
            response.setContentType(Problem.MEDIA_TYPE);
            response.setContentLength(problem.length);
            response.getOutputStream().write(problem);
        } else {
            String page = signInIsAway ? "no-sign-in" : PAGES.getOrDefault(status, "500");
            request.getRequestDispatcher("/error/" + page + ".xhtml").forward(request, response);
        }
    }

    private static Problem problem(HttpServletRequest request, int status) {
        Locale locale = Languages.first(Collections.list(request.getLocales()).stream());
        return new Diagnosis(locale, true).ofStatus(status);
    }

    private static Throwable error(HttpServletRequest request) {
        return (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    }

    /** Nobody is refused before having signed in, unless the adapter cannot reach the provider. */
    private static boolean signInIsAway(HttpServletRequest request) {
        return ProviderAway.caused(error(request)) || status(request) == 403 && request.getUserPrincipal() == null;
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private static boolean forApi(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String api = request.getContextPath() + "/api";
        return request.getAttribute(FOR_PROGRAMS) != null
                || path instanceof String text && (text.equals(api) || text.startsWith(api + "/"));
    }
}
