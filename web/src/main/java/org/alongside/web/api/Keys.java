package org.alongside.web.api;

/** The header that makes creating repeatable. */
final class Keys {

    static final String NAME = "Idempotency-Key";

    private Keys() {}
}
