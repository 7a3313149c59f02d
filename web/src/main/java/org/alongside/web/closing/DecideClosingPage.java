package org.alongside.web.closing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Consumer;
import org.alongside.closing.ClosingService;
import org.alongside.shared.ClosingId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;

/** What two people do with a proposal to close: agree, send back, take back; always with the one that they read. */
@Named
@RequestScoped
public class DecideClosingPage {
    @EJB
    private ClosingService closings;

    @Inject
    private ReadCasePage page;

    @Inject
    private CloseCasePage shown;

    @Inject
    private Act act;

    private String closing;
    private String change;

    public String approve() {
        return decide(closings::approve, "approved", "/casefile/file.xhtml");
    }

    public String sendBack() {
        return decide(id -> closings.sendBack(id, change), "sentBack", "/casefile/close.xhtml");
    }

    public String withdraw() {
        return decide(closings::withdraw, "withdrawn", "/casefile/close.xhtml");
    }

    private String decide(Consumer<ClosingId> decision, String done, String next) {
        return act.perform(
                () -> decision.accept(ClosingId.of(closing)),
                next + "?faces-redirect=true&case=" + page.getId(),
                "closing.toast." + done);
    }

    /** The proposal that the reader has before them. */
    public String getClosing() {
        return closing == null
                ? shown.getView().proposal().map(one -> one.id().toString()).orElse("")
                : closing;
    }

    public void setClosing(String closing) {
        this.closing = closing;
    }

    public String getChange() {
        return change;
    }

    public void setChange(String change) {
        this.change = change;
    }
}
