package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.housing.FollowService;
import org.alongside.housing.FollowService.NewFollow;
import org.alongside.housing.FollowView;
import org.alongside.shared.PlacementId;
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
    @Param
    private String placement;

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

    public String note(String step) {
        return act.perform(() -> follows.done(getId(), new NewFollow(step)), HERE + getId(), "housing.toast.noted");
    }
}
