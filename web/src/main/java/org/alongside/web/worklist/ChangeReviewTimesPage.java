package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Text;
import org.alongside.web.frame.Toast;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.alongside.worklist.OperationService;

/** When care plans are looked at again by risk level: everybody reads it, coordinators change it for what is set from now on. */
@Named
@RequestScoped
public class ChangeReviewTimesPage {
    private static final String CHILD = "CHILD";

    @EJB
    private OperationService operation;

    @Inject
    private Reasons reasons;

    @Inject
    private Text text;

    @Inject
    private Toast toast;

    private DecisionTable table;
    private DeadlineForm form;

    public DecisionTable getTable() {
        if (table == null) {
            table = operation.reviewTimes();
        }
        return table;
    }

    public DeadlineForm getForm() {
        if (form == null) {
            form = DeadlineForm.of(getTable());
        }
        return form;
    }

    /** The risk level of a row in words, or that it is of every child. */
    public String level(String code) {
        return code.equals(CHILD) ? text.get("worklist.reviews.child") : text.name("code.risk_level", code);
    }

    public String save() {
        try {
            operation.changeReviewTimes(getForm().getBasedOn(), getForm().decisionRows());
            toast.say("worklist.toast.deadlines");
            return "/worklist/reviews.xhtml?faces-redirect=true";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.STALE) {
                getForm().setBasedOn(getTable().version());
            }
            reasons.show(refusal);
            return null;
        }
    }
}
