package org.alongside.web.frame;

import java.net.URI;
import java.util.Optional;

/** What a page may load and where its forms may go: only from and to ourselves, and on to the sign-in. */
final class ContentPolicy {
    private ContentPolicy() {}

    /**
     * The value of Content-Security-Policy.
     *
     * @param signIn address of the identity provider: a form sent after the session ended is redirected there
     */
    static String value(Optional<URI> signIn) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "form-action 'self'"
                        + signIn.map(address -> " " + origin(address)).orElse(""),
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "object-src 'none'");
    }

    private static String origin(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            throw new IllegalStateException("The address of the sign-in has no scheme or host");
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
