package org.alongside.web.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.wildfly.security.http.oidc.OidcClientConfiguration;
import org.wildfly.security.http.oidc.OidcClientConfigurationBuilder;
import org.wildfly.security.http.oidc.OidcClientConfigurationResolver;
import org.wildfly.security.http.oidc.OidcHttpFacade;

/**
 * Tells the adapter which door a request came to: the API takes bearer tokens made for it and knows no session, the
 * pages take people through the code flow.
 */
public class TwoDoors implements OidcClientConfigurationResolver {

    private final OidcClientConfiguration api = read("api.json");
    private final OidcClientConfiguration pages = read("pages.json");

    @Override
    public OidcClientConfiguration resolve(OidcHttpFacade.Request request) {
        String path = request.getRelativePath();
        return path.equals("/api") || path.startsWith("/api/") ? api : pages;
    }

    private static OidcClientConfiguration read(String name) {
        try (InputStream json = TwoDoors.class.getResourceAsStream(name)) {
            return OidcClientConfigurationBuilder.build(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
