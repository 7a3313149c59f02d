package org.alongside.document;

import java.io.IOException;

/** A file breaks off, or is not put together as its type asks. */
final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged() {
        super("not as its type asks");
    }
}
