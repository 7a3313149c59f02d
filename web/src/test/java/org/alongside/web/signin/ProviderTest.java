package org.alongside.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.alongside.web.problem.ProviderAway;
import org.junit.jupiter.api.Test;
import org.wildfly.security.http.oidc.OidcClientConfiguration;

/** Nobody is sent to a sign-in service that does not answer, and it is not asked for every request. */
class ProviderTest {

    private final AtomicBoolean there = new AtomicBoolean(true);
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final Provider provider = new Provider(
            () -> {
                questions.incrementAndGet();
                return there.get();
            },
            now::get);

    @Test
    void it_is_asked_at_most_once_a_second() {
        for (int request = 0; request < 100; request++) {
            assertThat(provider.answers()).isTrue();
        }
        assertThat(questions).hasValue(1);

        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        provider.require();
        assertThat(questions).hasValue(2);
    }

    @Test
    void away_it_keeps_nobody_for_long_and_back_it_is_found_within_a_second() {
        there.set(false);
        assertThatThrownBy(provider::require).isInstanceOf(ProviderAway.class);
        there.set(true);
        assertThatThrownBy(provider::require).isInstanceOf(ProviderAway.class);

        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThatCode(provider::require).doesNotThrowAnyException();
    }

    @Test
    void no_address_is_given_out_of_a_provider_that_is_gone() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String realm = "http://localhost:" + server.getAddress().getPort() + "/realms/some";
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        OidcClientConfiguration configuration = read(realm);
        Provider real = Provider.at(realm);
        assertThat(real.answers()).isTrue();

        server.stop(0);

        assertThat(Provider.at(realm).answers()).isFalse();
        assertThat(configuration.getAuthUrl()).isNull();
        assertThatThrownBy(configuration::getTokenUrl).isInstanceOf(ProviderAway.class);
        assertThatThrownBy(configuration::getJwksUrl).isInstanceOf(ProviderAway.class);
        assertThatThrownBy(configuration::getIssuerUrl).isInstanceOf(ProviderAway.class);
    }

    private static OidcClientConfiguration read(String realm) throws IOException {
        String json = """
                {"provider-url": "%s", "client-id": "some", "credentials": {"secret": "none"}}
                """.formatted(realm);
        return WatchedConfiguration.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
