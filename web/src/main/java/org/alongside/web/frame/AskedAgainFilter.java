package org.alongside.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/**
 * A page that asks again by itself for what is new takes no part in what is said once on the next page: Faces passes that
 * on by a cookie, and whoever reads it uses it up, also while the reader is on the way to that page.
 */
@WebFilter(urlPatterns = "*.xhtml")
public class AskedAgainFilter extends HttpFilter {
    private static final String SAID_ONCE = "csfcfc";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean again = request.getMethod().equals("GET") && "fetch".equals(request.getHeader("X-Requested-With"));
        chain.doFilter(again ? withoutWhatIsSaidOnce(request) : request, response);
    }

    private static HttpServletRequest withoutWhatIsSaidOnce(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Cookie[] getCookies() {
                Cookie[] all = super.getCookies();
                return all == null
                        ? null
                        : Arrays.stream(all)
                                .filter(cookie -> !cookie.getName().equals(SAID_ONCE))
                                .toArray(Cookie[]::new);
            }
        };
    }
}
