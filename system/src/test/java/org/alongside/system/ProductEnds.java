package org.alongside.system;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the product after the last test of the run. */
public final class ProductEnds implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Browser.end();
        InsideServer.end();
        Product.end();
    }
}
