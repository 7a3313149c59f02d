package org.alongside.system;

/** Whether this demo asks for a second factor: no, unless the environment says {@code ALONGSIDE_SECOND_FACTOR=on}. */
final class SecondFactor {

    private SecondFactor() {}

    static boolean wanted() {
        return "on".equals(System.getenv("ALONGSIDE_SECOND_FACTOR"));
    }
}
