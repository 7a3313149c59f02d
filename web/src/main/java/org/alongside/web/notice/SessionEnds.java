package org.alongside.web.notice;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;

/** Ends the sockets of a session with it, however it ends. */
@WebListener
public class SessionEnds implements HttpSessionListener, HttpSessionIdListener {
    @Inject
    private OpenSockets open;

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.began(event.getSession().getId());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.ended(event.getSession().getId());
    }

    /** It got another id when somebody signed in: no socket is open before that. */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        open.ended(before);
        open.began(event.getSession().getId());
    }
}
