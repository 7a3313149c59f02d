package org.alongside.web.closing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.closing.NewReopening;
import org.alongside.closing.ReopeningService;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** Opens a closed case again, and takes up one that was. */
@Named
@RequestScoped
public class ReopenCasePage {
    @EJB
    private ReopeningService reopenings;

    @Inject
    private ReadCasePage page;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private String reason;
    private String words;

    public String reopen() {
        return act(() -> reopenings.reopen(page.getId(), new NewReopening(reason, words)), "reopened");
    }

    public String takeUp() {
        return act(() -> reopenings.takeUp(page.getId()), "takenUp");
    }

    private String act(Runnable act, String done) {
        try {
            act.run();
            toast.say("closing.toast." + done);
            return "/casefile/file.xhtml?faces-redirect=true&case=" + page.getId();
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
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
