package org.alongside.web.police;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.police.PoliceService;
import org.alongside.police.PoliceStore.PoliceWord;
import org.alongside.web.casefile.ReadCasePage;

/** What an agency told: of a threat, to the manager of the house where she lives; for a decision, to coordinators. */
@Named
@RequestScoped
public class HearFromPolicePage {
    @EJB
    private PoliceService police;

    @Inject
    private ReadCasePage page;

    private List<PoliceWord> threats;
    private List<PoliceWord> summaries;

    public List<PoliceWord> getThreats() {
        if (threats == null) {
            threats = police.threats(page.getId());
        }
        return threats;
    }

    public List<PoliceWord> getSummaries() {
        if (summaries == null) {
            summaries = police.summaries();
        }
        return summaries;
    }
}
