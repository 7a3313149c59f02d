package org.alongside.web.problem;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ExceptionHandler;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.alongside.shared.Sql;

/**
 * Decides what the log says of an exception that no page caught, in place of the server, which would write its words:
 * nothing where a server that we lean on is away or the browser has gone, since neither is a fault of ours.
 */
public class FaultLog implements ServletExtension, ExceptionHandler {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.setExceptionHandler(this);
    }

    /** Writes, and leaves the answer to the error page. */
    @Override
    public boolean handleThrowable(
            HttpServerExchange exchange, ServletRequest request, ServletResponse response, Throwable thrown) {
        if (!foreseen(thrown)) {
            Fault.log(thrown);
        }
        return false;
    }

    static boolean foreseen(Throwable thrown) {
        return browserHasGone(thrown) || ProviderAway.caused(thrown) || Sql.databaseIsAway(thrown);
    }

    /** Where a page could not be written out, however deep that was while it was made. */
    private static boolean browserHasGone(Throwable thrown) {
        if (thrown instanceof IOException) {
            return true;
        }
        return Stream.iterate(thrown.getCause(), Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .anyMatch(frame -> frame.getClassName().startsWith("io.undertow.servlet.spec.ServletOutputStreamImpl"));
    }
}
