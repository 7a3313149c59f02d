package org.alongside.guardian;

import org.alongside.setup.Connected;

/** What was found to be best for children, on a connection in its transaction. */
public final class Interests {
    private Interests() {}

    public static BestInterests on(Connected connected) {
        BestInterests found = new BestInterests();
        found.em = connected.em();
        return found;
    }
}
