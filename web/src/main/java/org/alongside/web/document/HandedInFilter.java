package org.alongside.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alongside.document.Received;
import org.alongside.document.Reception;

/**
 * Takes in what is handed in with a form, before anything else reads it: the server itself would lay files on its disk for everybody who reads that to see,
 * and says nothing of a file that is too large. Nothing else that is asked for is touched.
 */
public class HandedInFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String CAME = HandedInFilter.class.getName();
    private static final Pattern TAKES =
            Pattern.compile("/document/(bring|one)\\.xhtml|/api/v1/(cases/[^/]+/documents|documents/[^/]+/versions)");

    @Inject
    private transient Reception reception;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        boolean parts = type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        if (!"POST".equals(request.getMethod()) || !parts || !takes(path)) {
            chain.doFilter(request, response);
            return;
        }
        FormInParts.Came came;
        try {
            came = FormInParts.read(request.getInputStream(), type, reception);
        } catch (IOException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try (came) {
            request.setAttribute(CAME, came);
            chain.doFilter(new RequestInParts(request, came), response);
        }
    }

    /** Whether a file is handed in at that path of the product. */
    static boolean takes(String path) {
        return TAKES.matcher(path).matches();
    }

    /** The file that came with a request; nothing where none did. */
    public static Received file(HttpServletRequest request) {
        return request.getAttribute(CAME) instanceof FormInParts.Came came ? came.file() : null;
    }

    /** A field that came in parts. */
    public static Optional<String> field(HttpServletRequest request, String name) {
        return request.getAttribute(CAME) instanceof FormInParts.Came came
                ? Optional.ofNullable(came.fields().get(name)).map(all -> all.get(0))
                : Optional.empty();
    }
}
