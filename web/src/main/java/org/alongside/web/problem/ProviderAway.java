package org.alongside.web.problem;

import java.io.IOException;

/** Tells an identity provider that cannot be reached from a fault of our own. */
final class ProviderAway {

    private ProviderAway() {}

    static boolean caused(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            boolean adapters = e.getStackTrace().length > 0
                    && e.getStackTrace()[0].getClassName().startsWith("org.wildfly.security.http.oidc.");
            if (adapters || e instanceof IOException && e.getCause() == null && error != e) {
                return true;
            }
        }
        return false;
    }
}
