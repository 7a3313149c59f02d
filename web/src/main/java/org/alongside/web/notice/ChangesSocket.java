package org.alongside.web.notice;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.alongside.notice.Listeners;
import org.alongside.notice.Listeners.Listener;

/** One open page: it is told one word, and nothing that it says is read. */
public class ChangesSocket extends Endpoint implements Listeners.Page {
    private static final String CHANGED = "changed";
    private static final int LONGEST_MESSAGE = 64;
    private static final long SEND_MILLIS = 5_000;

    private final Function<ChangesSocket, Listener> listening;
    private final Listeners listeners;
    private final OpenSockets open;
    private final String httpSession;

    private volatile Session session;
    private volatile Listener listener;

    /** @param listening begins to listen for this page, once it is open */
    ChangesSocket(
            Function<ChangesSocket, Listener> listening, Listeners listeners, OpenSockets open, String httpSession) {
        this.listening = listening;
        this.listeners = listeners;
        this.open = open;
        this.httpSession = httpSession;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        opened.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        opened.setMaxBinaryMessageBufferSize(LONGEST_MESSAGE);
        opened.getAsyncRemote().setSendTimeout(SEND_MILLIS);
        if (open.add(httpSession, this)) {
            listener = listening.apply(this);
        }
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        leave();
    }

    @Override
    public void onError(Session broken, Throwable cause) {
        leave();
    }

    @Override
    public void changed() {
        if (session.isOpen()) {
            session.getAsyncRemote().sendText(CHANGED);
        }
    }

    @Override
    public void greet() {
        try {
            if (session.isOpen()) {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            }
        } catch (IOException gone) {
            leave();
        }
    }

    /** The session of its reader has ended, or too many pages are open in it. */
    void end() {
        leave();
        try {
            session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, ""));
        } catch (IOException closedAlready) {
            // which is what was wanted
        }
    }

    private void leave() {
        open.remove(httpSession, this);
        Listener was = listener;
        if (was != null) {
            listeners.leave(was);
        }
    }
}
