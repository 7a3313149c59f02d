package io.quarkus.bootstrap.runner;

import java.io.IOException;
import org.alongside.system.StandIn;

/** Has the name by which Keycloak is started. */
public final class QuarkusEntryPoint {

    private QuarkusEntryPoint() {}

    public static void main(String[] arguments) throws IOException {
        StandIn.main(arguments);
    }
}
