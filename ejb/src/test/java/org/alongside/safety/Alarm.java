package org.alongside.safety;

import org.alongside.setup.Wired;

/** Raising alerts in tests of other features, by the tables as they are delivered. */
public final class Alarm {
    private Alarm() {}

    public static Wired in(Wired wired) {
        return wired.with(SafetyTables.class, new Watch.Delivered());
    }
}
