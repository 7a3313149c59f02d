package org.alongside.system;

import java.util.Optional;

/** Which versions of Java the three servers run on. */
final class JavaVersion {

    private static final int OLDEST = 17;
    private static final int NEWEST_TRIED = 25;

    private JavaVersion() {}

    /**
     * What is to be said about a version; nothing: all is well.
     *
     * @throws Refusal if it is too old
     */
    static Optional<String> check(Runtime.Version version) {
        if (version.feature() < OLDEST) {
            throw new Refusal("Alongside needs a JDK " + OLDEST + " or newer. This is " + version.feature() + ".");
        }
        return version.feature() > NEWEST_TRIED
                ? Optional.of("Alongside was tried with Java " + OLDEST + " to " + NEWEST_TRIED + ". This is "
                        + version.feature() + ": if a server does not start, set JAVA_HOME to one of those.")
                : Optional.empty();
    }
}
