package org.alongside.setup;

/** Whether this installation is a demo or test: only there are demo people loaded and may the clock be moved. */
public final class Demo {
    private Demo() {}

    public static boolean isOn() {
        return "true".equals(System.getenv("ALONGSIDE_DEMO"));
    }
}
