package org.alongside.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/** Stands in for WildFly and for Keycloak: a process that is told its port as they are, and answers as they do. */
public final class StandIn {

    private static final String OFFSET = "-Djboss.socket.binding.port-offset=";
    private static final String PORT = "--http-port=";

    private StandIn() {}

    public static void main(String[] arguments) throws IOException {
        List<String> told = Arrays.asList(arguments);
        if (told.contains("build")) {
            return;
        }
        for (String argument : told) {
            if (argument.startsWith(PORT)) {
                answer(Integer.parseInt(argument.substring(PORT.length())));
            } else if (argument.startsWith(OFFSET)) {
                int offset = Integer.parseInt(argument.substring(OFFSET.length()));
                answer(9990 + offset);
                answer(8080 + offset);
            }
        }
    }

    private static void answer(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
