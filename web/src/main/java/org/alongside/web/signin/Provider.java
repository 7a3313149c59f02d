package org.alongside.web.signin;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.alongside.web.problem.ProviderAway;

/**
 * Whether the identity provider answers now, asked only when somebody needs it, and at most once a second.
 *
 * <p>The log gets one line when it goes away and one when it is back.
 */
final class Provider {

    private static final Logger LOG = System.getLogger(Provider.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier asking;
    private final LongSupplier nanoTime;
    private final ReentrantLock asked = new ReentrantLock();
    private volatile Answer last;

    /** What was answered, and when by the machine's running clock. */
    private record Answer(boolean there, long at) {}

    Provider(BooleanSupplier asking, LongSupplier nanoTime) {
        this.asking = asking;
        this.nanoTime = nanoTime;
        this.last = new Answer(true, nanoTime.getAsLong() - GOOD_FOR_NANOS);
    }

    /** @param issuer the address of the realm, which answers what it offers to everybody */
    static Provider at(String issuer) {
        URI offers = URI.create(issuer.replaceFirst("/*$", "") + "/.well-known/openid-configuration");
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest question =
                HttpRequest.newBuilder(offers).timeout(PATIENCE.multipliedBy(2)).build();
        return new Provider(() -> answered(client, question), System::nanoTime);
    }

    /** Goes on if the provider answers. While one request finds out, the others go by what was found before. */
    void require() {
        if (!answers()) {
            throw new ProviderAway();
        }
    }

    boolean answers() {
        if (nanoTime.getAsLong() - last.at() >= GOOD_FOR_NANOS && asked.tryLock()) {
            try {
                tell(asking.getAsBoolean());
            } finally {
                asked.unlock();
            }
        }
        return last.there();
    }

    private void tell(boolean there) {
        if (last.there() && !there) {
            LOG.log(
                    Level.WARNING,
                    "The sign-in service does not answer. Whoever has signed in goes on; others are told to wait");
        } else if (!last.there() && there) {
            LOG.log(Level.INFO, "The sign-in service answers again");
        }
        last = new Answer(there, nanoTime.getAsLong());
    }

    private static boolean answered(HttpClient client, HttpRequest question) {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
