package org.alongside.web.closing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import org.alongside.closing.ClosingService;
import org.alongside.closing.NewAttempt;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;

/** Writes down that she was looked for. */
@Named
@RequestScoped
public class LogAttemptPage {
    @EJB
    private ClosingService closings;

    @Inject
    private ReadCasePage page;

    @Inject
    private CloseCasePage shown;

    @Inject
    private Dates dates;

    @Inject
    private Act act;

    private LocalDateTime at;
    private String channel;
    private String outcome;

    public String log() {
        return act.perform(
                () -> closings.logAttempt(page.getId(), new NewAttempt(dates.instant(at), channel, outcome)),
                "/casefile/close.xhtml?faces-redirect=true&case=" + page.getId()
                        + (shown.isReasonChosen() ? "&why=" + shown.getReason() : ""),
                "closing.toast.logged");
    }

    /** When, in the zone of whoever writes; now where nothing was said. */
    public LocalDateTime getAt() {
        return at == null ? dates.getMinute() : at;
    }

    public void setAt(LocalDateTime at) {
        this.at = at;
    }

    /** The way that is safe for her, unless another was tried. */
    public String getChannel() {
        return channel == null
                ? page.getFile().contact().map(contact -> contact.channel()).orElse("")
                : channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }
}
