package org.alongside.safety;

/** Typed words as they are kept. */
final class Words {
    private Words() {}

    /** Without the spaces around them; none where nothing was said. */
    static String of(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
