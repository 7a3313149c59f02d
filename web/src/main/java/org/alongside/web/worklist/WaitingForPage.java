package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.shared.Page;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Text;
import org.alongside.worklist.Asked;
import org.alongside.worklist.WorklistService;
import org.alongside.worklist.WorklistService.AskedQuery;
import org.omnifaces.cdi.Param;

/** What the reader asked of others and waits for, on My work: the one that is due first on top. */
@Named
@RequestScoped
public class WaitingForPage {
    private static final int ROWS = 6;

    @EJB
    private WorklistService worklist;

    @Inject
    private Text text;

    @Inject
    private Dates dates;

    /** Where the list goes on; none for its beginning. */
    @Inject
    @Param(name = "asked")
    private String from;

    private Page<Asked> page;

    public List<Asked> getAsked() {
        return page().items();
    }

    /** Where the next rows begin; nothing on the last page. */
    public String getNext() {
        return page().next().orElse(null);
    }

    public boolean isLater() {
        return from != null;
    }

    /** What was asked of whom. */
    public String words(Asked asked) {
        return text.of("worklist.asked.of", text.name("code.service_type", asked.serviceType()), asked.recipientName());
    }

    /** By when the others must act, and on what. */
    public String due(Asked asked) {
        return asked.due()
                .map(due -> text.of("worklist.asked.due." + asked.status(), dates.near(due)))
                .orElse("");
    }

    private Page<Asked> page() {
        if (page == null) {
            page = worklist.waitingFor(new AskedQuery(from, ROWS));
        }
        return page;
    }
}
