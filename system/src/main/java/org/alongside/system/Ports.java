package org.alongside.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The four ports, all moved by one offset so that several systems can run side by side.
 *
 * @param offset what is added to each usual port
 */
public record Ports(int offset) {

    private static final String OFFSET = "ALONGSIDE_PORT_OFFSET";

    /** Reads the offset from the environment; 0 if it says nothing. */
    public static Ports fromEnvironment() {
        String text = System.getenv().getOrDefault(OFFSET, "0").trim();
        try {
            int offset = Integer.parseInt(text);
            if (offset < 0 || offset > 50000) {
                throw new Refusal(OFFSET + " must lie between 0 and 50000. It is " + offset + ".");
            }
            return new Ports(offset);
        } catch (NumberFormatException e) {
            throw new Refusal(OFFSET + " must be a number. It is \"" + text + "\".", e);
        }
    }

    /** Pages and API. */
    public int web() {
        return 8080 + offset;
    }

    /** Sign-in. */
    public int signIn() {
        return 8180 + offset;
    }

    /** Database. */
    public int database() {
        return 5433 + offset;
    }

    /** Health, metrics and the server's management. */
    public int management() {
        return 9990 + offset;
    }

    /** Whether no other program holds one of them. */
    boolean free() {
        return uses().keySet().stream().noneMatch(Ports::taken);
    }

    /** @throws Refusal naming the first port that another program holds */
    void requireFree() {
        uses().forEach((port, use) -> {
            if (taken(port)) {
                throw new Refusal("Port " + port + " (" + use + ") is in use. Stop the program that holds it, or set "
                        + OFFSET + "=" + (offset + 100) + " to use other ports.");
            }
        });
    }

    private Map<Integer, String> uses() {
        Map<Integer, String> uses = new LinkedHashMap<>();
        uses.put(web(), "the pages");
        uses.put(signIn(), "sign-in");
        uses.put(database(), "the database");
        uses.put(management(), "health and metrics");
        return uses;
    }

    private static boolean taken(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
