package org.alongside.web.proceeding;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.proceeding.CalendarFeeds;
import org.alongside.proceeding.CalendarFeeds.Feed;
import org.alongside.proceeding.CalendarFeeds.State;
import org.alongside.shared.Clock;
import org.alongside.web.frame.Text;

/** Hands a subscribed calendar to a program, which signs in nowhere: the secret in the address is all it has. */
@WebServlet("/calendar/*")
public class CalendarFeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("/([A-Za-z0-9_-]{43})\\.ics");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String AN_HOUR = "3600";

    @Inject
    private transient CalendarFeeds feeds;

    @Inject
    private transient Text text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        Matcher address = ADDRESS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Feed feed = address.matches() ? feeds.read(address.group(1)) : null;
        if (feed == null || feed.state() == State.NONE) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (feed.state() == State.TOO_MANY) {
            response.setHeader("Retry-After", AN_HOUR);
            response.setStatus(TOO_MANY_REQUESTS);
        } else {
            response.setContentType("text/calendar;charset=utf-8");
            response.getOutputStream()
                    .write(CalendarFile.of(
                                    feed.dates(),
                                    text.get("proceeding.feed.appointment"),
                                    text.get("proceeding.feed.lastDay"),
                                    Clock.get().instant())
                            .getBytes(StandardCharsets.UTF_8));
        }
    }
}
