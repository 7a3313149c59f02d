package org.alongside.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.emergency.EmergencyService;
import org.alongside.emergency.EmergencyView.AccessRequest;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** One emergency access: agree to it, refuse it, end it, or go on to the file. */
@Named
@RequestScoped
public class ReadAccessPage {
    @EJB
    private EmergencyService emergencies;

    @Inject
    private Act act;

    @Inject
    @Param(name = "emergency")
    private String id;

    private AccessRequest view;

    public AccessRequest getView() {
        if (view == null) {
            view = emergencies.read(id());
        }
        return view;
    }

    public String agree() {
        return act("agreed", () -> emergencies.agree(id()));
    }

    public String refuse() {
        return act("refused", () -> emergencies.refuse(id()));
    }

    public String end() {
        return act("ended", () -> emergencies.end(id()));
    }

    /** Refused or not, what is shown afterwards is read anew. */
    private String act(String done, Runnable doing) {
        view = null;
        return act.perform(
                doing, "/emergency/one.xhtml?faces-redirect=true&emergency=" + id(), "emergency.toast." + done);
    }

    private EmergencyAccessId id() {
        return EmergencyAccessId.of(id);
    }
}
