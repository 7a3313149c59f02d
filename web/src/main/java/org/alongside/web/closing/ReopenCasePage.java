package org.alongside.web.closing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.closing.NewReopening;
import org.alongside.closing.ReopeningService;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;

/** Opens a closed case again, and takes up one that was. */
@Named
@RequestScoped
public class ReopenCasePage {
    @EJB
    private ReopeningService reopenings;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private String reason;
    private String words;

    public String reopen() {
        return done(() -> reopenings.reopen(page.getId(), new NewReopening(reason, words)), "reopened");
    }

    public String takeUp() {
        return done(() -> reopenings.takeUp(page.getId()), "takenUp");
    }

    private String done(Runnable doing, String done) {
        return act.perform(
                doing, "/casefile/file.xhtml?faces-redirect=true&case=" + page.getId(), "closing.toast." + done);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
