package org.alongside.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.Role;
import org.alongside.emergency.EmergencyReviewService;
import org.alongside.emergency.EmergencyView.AccessNotice;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Tells of a misuse, or of a review that is late, without whose file it was. */
@Named
@RequestScoped
public class SeeMisusePage {
    @EJB
    private EmergencyReviewService reviews;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    @Param(name = "emergency")
    private String id;

    private AccessNotice view;

    public AccessNotice getView() {
        if (view == null) {
            view = reviews.readMisuse(id());
        }
        return view;
    }

    /** Whether it is misuse; else it is a review that is late. */
    public boolean isMisuse() {
        return getView().header().verdict().filter("MISUSE"::equals).isPresent();
    }

    /** What the reader's desk is to do: key of the words. */
    public String getDesk() {
        return allowed.is(Role.ADM) ? "ADMINISTRATOR" : "SUPERVISOR";
    }

    public String see() {
        view = null;
        return act.perform(
                () -> reviews.seeMisuse(id()),
                "/emergency/misuse.xhtml?faces-redirect=true&emergency=" + id(),
                "emergency.toast.seen");
    }

    private EmergencyAccessId id() {
        return EmergencyAccessId.of(id);
    }
}
