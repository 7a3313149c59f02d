package org.alongside.web.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets of each session, at most twenty: the one that was opened first gives way, and all end with it. */
@ApplicationScoped
public class OpenSockets {
    private static final int MOST = 20;

    private final Map<String, Deque<ChangesSocket>> bySession = new ConcurrentHashMap<>();

    /** The session lives, as far as this server knows. */
    void began(String session) {
        bySession.putIfAbsent(session, new ArrayDeque<>());
    }

    /** Keeps a socket that was opened; false, and it is ended, where its session is not there any more. */
    boolean add(String session, ChangesSocket socket) {
        ChangesSocket[] tooMany = new ChangesSocket[1];
        boolean lives = bySession.computeIfPresent(session, (id, sockets) -> {
                    sockets.add(socket);
                    tooMany[0] = sockets.size() > MOST ? sockets.poll() : null;
                    return sockets;
                })
                != null;
        ChangesSocket over = lives ? tooMany[0] : socket;
        if (over != null) {
            over.end();
        }
        return lives;
    }

    void remove(String session, ChangesSocket socket) {
        bySession.computeIfPresent(session, (id, sockets) -> {
            sockets.remove(socket);
            return sockets;
        });
    }

    /** The session has ended: so have its sockets. */
    void ended(String session) {
        Deque<ChangesSocket> sockets = bySession.remove(session);
        if (sockets != null) {
            List.copyOf(sockets).forEach(ChangesSocket::end);
        }
    }
}
