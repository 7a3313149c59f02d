package org.alongside.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The four ports, all moved by one offset so that several systems can run side by side.
 *
 * @param offset what is added to each usual port
 */
public record Ports(int offset) {

    private static final String OFFSET = "ALONGSIDE_PORT_OFFSET";

    /**
     * The one port of those that the pages or sign-in may be moved to that no browser opens ("bad port" in the Fetch Standard,
     * <a href="https://fetch.spec.whatwg.org/#port-blocking">2.9 Port blocking</a>).
     */
    private static final Set<Integer> REFUSED_BY_BROWSERS = Set.of(10080);

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

    /** Whether browsers open them and no other program holds one. */
    boolean usable() {
        return openToBrowsers() && uses().keySet().stream().noneMatch(Ports::taken);
    }

    /** @throws Refusal naming the first port that no browser opens, or that another program holds */
    void requireUsable() {
        Map<Integer, String> uses = uses();
        uses.forEach((port, use) -> {
            if (REFUSED_BY_BROWSERS.contains(port) && (port == web() || port == signIn())) {
                throw new Refusal("Browsers refuse port " + port + " (" + use + "). Set " + OFFSET + "=" + other()
                        + " to use other ports.");
            }
        });
        uses.forEach((port, use) -> {
            if (taken(port)) {
                throw new Refusal("Port " + port + " (" + use + ") is in use. Stop the program that holds it, or set "
                        + OFFSET + "=" + other() + " to use other ports.");
            }
        });
    }

    private boolean openToBrowsers() {
        return !REFUSED_BY_BROWSERS.contains(web()) && !REFUSED_BY_BROWSERS.contains(signIn());
    }

    /** The next offset by hundreds that browsers open. */
    private int other() {
        Ports next = new Ports(offset + 100);
        return next.openToBrowsers() ? next.offset() : next.other();
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
