package org.alongside.web.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.handover.HandoverService.IncomingHandover;
import org.alongside.handover.IncomingHandoverService;
import org.alongside.shared.CaseId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.omnifaces.cdi.Param;

/** An offer to lead a case: a card without identity, and a supervisor's answer to it. */
@Named
@RequestScoped
public class AnswerHandoverPage {
    @EJB
    private IncomingHandoverService incoming;

    @Inject
    private Act act;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    @Inject
    @Param
    private String handover;

    private IncomingHandover view;
    private String caseworker;
    private String reason;

    public IncomingHandover getView() {
        if (view == null) {
            view = incoming.read(id());
        }
        return view;
    }

    /** Leads to the file, which is led here from now on. */
    public String accept() {
        try {
            CaseId taken =
                    incoming.accept(id(), caseworker == null || caseworker.isBlank() ? null : WorkerId.of(caseworker));
            toast.say("handover.toast.accepted");
            return "/casefile/file.xhtml?faces-redirect=true&case=" + taken;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    public String decline() {
        return act.perform(
                () -> incoming.decline(id(), reason),
                "/handover/answer.xhtml?faces-redirect=true&handover=" + id(),
                "handover.toast.declined");
    }

    private HandoverId id() {
        return HandoverId.of(handover);
    }

    public String getCaseworker() {
        return caseworker;
    }

    public void setCaseworker(String caseworker) {
        this.caseworker = caseworker;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
