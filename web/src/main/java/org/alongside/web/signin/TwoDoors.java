package org.alongside.web.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.wildfly.security.http.oidc.OidcClientConfiguration;
import org.wildfly.security.http.oidc.OidcClientConfigurationResolver;
import org.wildfly.security.http.oidc.OidcHttpFacade;

/**
 * Tells the adapter which door a request came to: the API takes bearer tokens made for it and knows no session, the
 * pages take people through the code flow. What is open to everybody has no door: nobody is asked there who they are,
 * and so it answers as quickly while the provider is away.
 */
public class TwoDoors implements OidcClientConfigurationResolver {

    private static final Set<String> OPEN = Set.of(
            "/signed-out.xhtml", "/signed-out-here.xhtml", "/sign-out", "/preference", "/favicon.ico", "/health");
    private static final Set<String> OPEN_FOLDERS =
            Set.of("/jakarta.faces.resource/", "/resources/", "/error/", "/health/", "/calendar/");

    private final WatchedConfiguration pages = read("pages.json");
    private final WatchedConfiguration api = read("api.json").watchedWith(pages);
    private final OidcClientConfiguration none = new OidcClientConfiguration();

    @Override
    public OidcClientConfiguration resolve(OidcHttpFacade.Request request) {
        String path = request.getRelativePath();
        if (path.equals("/api") || path.startsWith("/api/")) {
            return api;
        }
        return open(path) ? none : pages;
    }

    /** As {@code web.xml} has it. */
    static boolean open(String path) {
        return OPEN.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
    }

    private static WatchedConfiguration read(String name) {
        try (InputStream json = TwoDoors.class.getResourceAsStream(name)) {
            return WatchedConfiguration.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
