package org.alongside.web.notice;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.MeService;
import org.alongside.access.MeService.Me;
import org.alongside.notice.Listeners;
import org.alongside.shared.Refusal;

/**
 * Opens the socket of a page. It is asked like any page, and so behind the sign-in and the gate; only then, and only for a
 * page of our own, does it become a socket.
 */
@WebServlet("/changes")
public class ChangesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MeService me;

    @Inject
    private transient Listeners listeners;

    @Inject
    private transient OpenSockets open;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!ownPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Me here = me.me();
        String session = request.getSession().getId();
        Optional<UUID> about = about(request.getParameter("about"));
        upgrade(
                request,
                response,
                new ChangesSocket(socket -> listeners.listen(here, about, socket), listeners, open, session));
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response, ChangesSocket socket)
            throws IOException, ServletException {
        ServerContainer container = (ServerContainer) getServletContext().getAttribute(ServerContainer.class.getName());
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(ChangesSocket.class, "/changes")
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(socket);
                    }

                    @Override
                    public boolean checkOrigin(String origin) {
                        return true; // seen to above, with the request at hand
                    }
                })
                .build();
        try {
            container.upgradeHttpToWebSocket(request, response, config, Map.of());
        } catch (DeploymentException impossible) {
            throw new ServletException(impossible);
        }
    }

    /** A browser says from where the page comes that asks; the address asked for is the other half. */
    static boolean ownPage(HttpServletRequest request) {
        String port = request.getServerPort() == (request.isSecure() ? 443 : 80) ? "" : ":" + request.getServerPort();
        return (request.getScheme() + "://" + request.getServerName() + port)
                .replaceFirst("^ws", "http")
                .equalsIgnoreCase(request.getHeader("Origin"));
    }

    /** The case or referral that the page shows; a page that names none is a list. */
    private static Optional<UUID> about(String text) {
        try {
            return Optional.ofNullable(text).filter(id -> !id.isEmpty()).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            throw Refusal.notThere();
        }
    }
}
