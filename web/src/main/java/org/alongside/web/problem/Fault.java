package org.alongside.web.problem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.shared.Sql;

/** Writes a fault of ours to the log: which exceptions, where, and never their words, which may hold what a survivor said. */
final class Fault {

    private static final Logger LOG = System.getLogger(Fault.class.getName());
    private static final int FRAMES = 12;

    private Fault() {}

    static void log(Throwable thrown) {
        LOG.log(Level.ERROR, () -> "A request failed: " + describe(thrown));
    }

    static String describe(Throwable thrown) {
        String state =
                Sql.stateIn(thrown).map(code -> "SQL state " + code + " in ").orElse("");
        return state
                + Stream.iterate(thrown, one -> one != null, Throwable::getCause)
                        .limit(10)
                        .map(one -> one.getClass().getName() + frames(one))
                        .collect(Collectors.joining("\n  caused by "));
    }

    private static String frames(Throwable one) {
        return Arrays.stream(one.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
