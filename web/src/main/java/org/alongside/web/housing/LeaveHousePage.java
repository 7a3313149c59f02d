package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.StayService;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** She leaves for a place that is known. */
@Named
@RequestScoped
public class LeaveHousePage {
    @EJB
    private StayService stays;

    @Inject
    private FollowPlacementPage page;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public String end() {
        return act.perform(
                () -> stays.end(page.getId(), new NewEnd(text("reason"), text("nextType"), text("nextWords"))),
                "/housing/board.xhtml?faces-redirect=true",
                "housing.toast.ended");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
