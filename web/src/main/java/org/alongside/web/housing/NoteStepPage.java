package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.Permission;
import org.alongside.housing.FollowService;
import org.alongside.housing.FollowService.NewFollow;
import org.alongside.housing.FollowService.NewSpokenBefore;
import org.alongside.housing.FollowView;
import org.alongside.shared.PlacementId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** What was done about a placement beside the bed, and noting what was done just now. */
@Named
@RequestScoped
public class NoteStepPage {
    private static final String HERE = "/housing/steps.xhtml?faces-redirect=true&placement=";

    @EJB
    private FollowService follows;

    @Inject
    private Act act;

    @Inject
    private Allowed allowed;

    @Inject
    @Param
    private String placement;

    private final Answers answers = new Answers();
    private FollowView view;

    public FollowView getView() {
        if (view == null) {
            view = follows.of(getId());
        }
        return view;
    }

    public PlacementId getId() {
        return PlacementId.of(placement);
    }

    public Answers getAnswers() {
        return answers;
    }

    public boolean isSpeakable() {
        return getView().speakable() && allowed.ever(Permission.FOLLOW_PLACEMENT);
    }

    public String spoke() {
        return act.perform(
                () -> follows.spoke(
                        getId(),
                        new NewSpokenBefore(
                                answers.text("answer").orElse(null),
                                answers.day("on").orElse(null),
                                answers.text("why").orElse(null))),
                HERE + getId(),
                "housing.toast.noted");
    }

    public String note(String step) {
        return act.perform(() -> follows.done(getId(), new NewFollow(step)), HERE + getId(), "housing.toast.noted");
    }
}
