package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.alongside.proceeding.CalendarFeedService;
import org.alongside.proceeding.CalendarFeedService.FeedView;
import org.alongside.web.frame.Act;

/** Subscribing to one's calendar, and taking it back. */
@Named
@RequestScoped
public class CalendarFeedPage {
    @EJB
    private CalendarFeedService feeds;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Act act;

    private FeedView feed;
    private String address;

    public FeedView getFeed() {
        if (feed == null) {
            feed = feeds.read();
        }
        return feed;
    }

    /** The address that was just made; shown this once. */
    public String getAddress() {
        return address;
    }

    /** Stays on the page, so that the address is seen and stands nowhere else. */
    public String make() {
        return act.perform(
                () -> {
                    String here = request.getRequestURL().toString();
                    address = here.substring(0, here.indexOf(request.getRequestURI())) + request.getContextPath()
                            + "/calendar/" + feeds.make().secret() + ".ics";
                    feed = null;
                },
                null,
                "proceeding.toast.feed");
    }

    public String takeBack() {
        feed = null;
        return act.perform(feeds::takeBack, "/proceeding/feed.xhtml?faces-redirect=true", "proceeding.toast.feedBack");
    }
}
