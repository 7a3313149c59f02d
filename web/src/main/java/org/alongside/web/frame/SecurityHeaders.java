package org.alongside.web.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Sets the headers that guard the browser, on every answer; nothing but the look may be kept by it. */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders extends HttpFilter {
    private static final String CLOSED =
            "accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

    /** Where the sign-in is when the environment names no other, as in {@code signin/pages.json}. */
    private static final String SIGN_IN_HERE = "http://localhost:8180";

    private final String contentPolicy;

    public SecurityHeaders() {
        this(Optional.of(URI.create(
                Optional.ofNullable(System.getenv("ALONGSIDE_OIDC_URL")).orElse(SIGN_IN_HERE))));
    }

    SecurityHeaders(Optional<URI> signIn) {
        this.contentPolicy = ContentPolicy.value(signIn);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", contentPolicy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Permissions-Policy", CLOSED);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", caching(request));
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    /** The address of a stylesheet or script changes with its content, and a font never changes. */
    private static String caching(HttpServletRequest request) {
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        boolean look = path.startsWith(Look.FOLDER) && request.getDispatcherType() == DispatcherType.REQUEST;
        if (!look) {
            return "no-store";
        }
        boolean forGood = request.getParameter("v") != null || path.endsWith(".woff2");
        return forGood ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
