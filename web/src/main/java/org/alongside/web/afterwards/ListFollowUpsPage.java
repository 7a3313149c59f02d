package org.alongside.web.afterwards;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.followup.FollowUpService;
import org.alongside.followup.FollowUpView;
import org.alongside.web.casefile.ReadCasePage;

/** When she was and will be asked how she is after her case was closed. */
@Named
@RequestScoped
public class ListFollowUpsPage {
    @EJB
    private FollowUpService followUps;

    @Inject
    private ReadCasePage page;

    private List<FollowUpView> all;

    public List<FollowUpView> getAll() {
        if (all == null) {
            all = followUps.of(page.getId());
        }
        return all;
    }
}
