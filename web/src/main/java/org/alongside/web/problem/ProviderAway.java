package org.alongside.web.problem;

import java.io.IOException;
import java.util.Arrays;

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
            StackTraceElement[] where = e.getStackTrace();
            if (e instanceof ProviderAway
                    || where.length > 0 && ofTheAdapter(where[0])
                    || e instanceof IOException && Arrays.stream(where).anyMatch(ProviderAway::ofTheAdapter)) {
                return true;
            }
        }
        return false;
    }

    /** The adapter is done before a page begins, so what goes wrong in a page never passes it. */
    private static boolean ofTheAdapter(StackTraceElement frame) {
        return frame.getClassName().startsWith("org.wildfly.security.http.oidc.");
    }
}
