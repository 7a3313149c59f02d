package org.alongside.web.document;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * How much of a request is listened to, before anything reads it: where a file is handed in, more than is taken, so that whoever sends a larger one is told in
 * words; everywhere else the usual. The listener itself would break off with an empty page.
 */
public class HeardAtMost implements ServletExtension {
    /** In bytes. */
    private static final long FILE = 512L * 1024 * 1024;

    /** In bytes: what the server hears where nothing else is said. */
    private static final long USUAL = 10L * 1024 * 1024;

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            exchange.setMaxEntitySize(HandedInFilter.takes(exchange.getRelativePath()) ? FILE : USUAL);
            next.handleRequest(exchange);
        });
    }
}
