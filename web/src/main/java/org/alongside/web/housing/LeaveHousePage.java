package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.StayService;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.CodeWords;

/** She leaves for a place that is known. */
@Named
@RequestScoped
public class LeaveHousePage {
    private static final String MISSING = "MISSING";

    @EJB
    private StayService stays;

    @Inject
    private FollowPlacementPage page;

    @Inject
    private CodeWords codes;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    /** Why she leaves; missing is only who has not returned. */
    public List<String> getReasons() {
        return page.isMissing() ? List.of(MISSING) : codes.without("placement_end_reason", "ACCESS_ENDED", MISSING);
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
