package org.alongside.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a server answers. */
final class Answer {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Answer() {}

    /**
     * Asks every quarter of a second until the address answers 200.
     *
     * @param alive asked in between; when it says no the waiting ends at once
     * @return whether it answered in time
     */
    static boolean from(URI address, Duration patience, BooleanSupplier alive) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until && alive.getAsBoolean()) {
            if (ok(address)) {
                return true;
            }
            Thread.sleep(250);
        }
        return false;
    }

    private static boolean ok(URI address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
