package org.alongside.system;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells what happens, a line a step, with the seconds since the start. */
public final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    /** @param out where the lines go */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Writes one line, with the seconds that have passed. */
    public synchronized void step(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", elapsed().toMillis() / 1000.0, line);
    }

    /** Writes text as it is. */
    public synchronized void say(String text) {
        out.println(text);
    }

    /** How long ago this began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
