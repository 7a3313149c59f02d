package org.alongside.web.signin;

import java.io.InputStream;
import org.alongside.web.problem.ProviderAway;
import org.wildfly.security.http.oidc.OidcClientConfiguration;
import org.wildfly.security.http.oidc.OidcClientConfigurationBuilder;

/**
 * The adapter's configuration, which gives out no address of a provider that does not answer.
 *
 * <p>The adapter asks for an address just before it uses it. Left alone it would send people to a dead address, end the
 * session of whoever needs a new token, and call a token false whose key it cannot fetch.
 */
final class WatchedConfiguration extends OidcClientConfiguration {

    private Provider provider;

    static WatchedConfiguration read(InputStream json) {
        return new Builder().build(json, new WatchedConfiguration());
    }

    /** What is known of the provider is known to both doors. */
    WatchedConfiguration watchedWith(WatchedConfiguration other) {
        provider = other.provider;
        return this;
    }

    /** Where people are sent to sign in; null while it does not answer: then the adapter refuses, and the error page tells why. */
    @Override
    public String getAuthUrl() {
        try {
            provider.require();
            return super.getAuthUrl();
        } catch (ProviderAway away) {
            return null;
        }
    }

    /** Where codes and old tokens are changed into new ones. */
    @Override
    public String getTokenUrl() {
        provider.require();
        return super.getTokenUrl();
    }

    /** Where the keys are that tokens are verified with. */
    @Override
    public String getJwksUrl() {
        provider.require();
        return super.getJwksUrl();
    }

    /** What the provider offers is read once, when it is first needed. */
    @Override
    protected void resolveUrls() {
        if (authUrl == null) {
            provider.require();
            super.resolveUrls();
            if (authUrl == null) {
                throw new ProviderAway();
            }
        }
    }

    /** Fills in a configuration that is given, not one of its own. */
    private static final class Builder extends OidcClientConfigurationBuilder {

        WatchedConfiguration build(InputStream json, WatchedConfiguration watched) {
            oidcClientConfiguration = watched;
            internalBuild(loadOidcJsonConfiguration(json));
            watched.provider = Provider.at(watched.providerUrl);
            return watched;
        }
    }
}
