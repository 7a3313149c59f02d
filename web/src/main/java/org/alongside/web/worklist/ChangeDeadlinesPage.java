package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.alongside.access.MeService.Me;
import org.alongside.access.Permission;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.alongside.worklist.OperationService;

/** The deadlines by urgency: everybody reads them, coordinators change them for what is sent from now on. */
@Named
@RequestScoped
public class ChangeDeadlinesPage {
    @EJB
    private OperationService operation;

    @Inject
    private Allowed allowed;

    @Inject
    private WhoIsHere who;

    @Inject
    private Reasons reasons;

    @Inject
    private Dates dates;

    @Inject
    private Toast toast;

    private DecisionTable table;
    private DeadlineForm form;

    public DecisionTable getTable() {
        if (table == null) {
            table = operation.deadlines();
        }
        return table;
    }

    public DeadlineForm getForm() {
        if (form == null) {
            form = DeadlineForm.of(getTable());
        }
        return form;
    }

    public boolean isMine() {
        return allowed.ever(Permission.CHANGE_DEADLINES)
                && who.worker().filter(Me::competentAuthority).isPresent();
    }

    public DeadlineForm.Unit[] getUnits() {
        return DeadlineForm.Unit.values();
    }

    public String span(String iso) {
        return dates.span(Duration.parse(iso));
    }

    public String save() {
        try {
            operation.changeDeadlines(getForm().getBasedOn(), getForm().decisionRows());
            toast.say("worklist.toast.deadlines");
            return "/worklist/deadlines.xhtml?faces-redirect=true";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.STALE) {
                // what changed stands beside the answers now, so a second save may go over it
                getForm().setBasedOn(getTable().version());
            }
            reasons.show(refusal);
            return null;
        }
    }
}
