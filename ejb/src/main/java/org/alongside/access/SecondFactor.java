package org.alongside.access;

import java.util.Collections;
import java.util.Set;

/**
 * Who oversees much signs in with more than a password. The identity provider asks for it; here its token is not believed
 * without, unless the environment says {@code ALONGSIDE_SECOND_FACTOR=off}, as a demo does.
 */
final class SecondFactor {
    private SecondFactor() {}

    /** Whether this installation asks for it. */
    static boolean demanded() {
        return !"off".equals(System.getenv("ALONGSIDE_SECOND_FACTOR"));
    }

    /** Whether somebody with these roles lacks it. */
    static boolean missing(Set<Role> roles, boolean shown, boolean demanded) {
        return demanded && !shown && !Collections.disjoint(roles, Role.WITH_SECOND_FACTOR);
    }
}
