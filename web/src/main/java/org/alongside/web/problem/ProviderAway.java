package org.alongside.web.problem;

import java.io.IOException;

/** The identity provider does not answer, so nobody can be signed in now; whoever asked is told to come back. */
public final class ProviderAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Foreseen, and so without a trace of where. */
    public ProviderAway() {
        super("The sign-in service does not answer", null, false, false);
    }

    /** Tells it from a fault of our own, also where the provider went away while the adapter talked to it; null: it did not. */
    static boolean caused(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            boolean adapters = e.getStackTrace().length > 0
                    && e.getStackTrace()[0].getClassName().startsWith("org.wildfly.security.http.oidc.");
            if (e instanceof ProviderAway
                    || adapters
                    || e instanceof IOException && e.getCause() == null && error != e) {
                return true;
            }
        }
        return false;
    }
}
