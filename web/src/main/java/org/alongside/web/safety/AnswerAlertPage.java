package org.alongside.web.safety;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.safety.AlertService;
import org.alongside.safety.AlertView;
import org.alongside.safety.NewSettlement;
import org.alongside.safety.UnansweredAlert;
import org.alongside.shared.AlertId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** One alert: somebody sees to it, and says what was done; and for coordinators, that nobody does. */
@Named
@RequestScoped
public class AnswerAlertPage {
    @EJB
    private AlertService alerts;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    @Param(name = "alert")
    private String id;

    private final Answers answers = new Answers();
    private AlertView view;

    public Answers getAnswers() {
        return answers;
    }

    public AlertView getView() {
        if (view == null) {
            view = alerts.read(AlertId.of(id));
        }
        return view;
    }

    /** What nobody answers, as a coordinator is told. */
    public List<UnansweredAlert> getUnanswered() {
        return alerts.unanswered();
    }

    /** Whether somebody who may answer alerts looks at one that they raised themselves and nobody saw to. */
    public boolean isOwn() {
        return getView().open()
                && getView().acknowledgedAt().isEmpty()
                && !getView().may().acknowledge()
                && allowed.ever(Permission.ANSWER_ALERT);
    }

    public String take() {
        return act("taken", () -> alerts.acknowledge(AlertId.of(id)));
    }

    public String settle() {
        return act(
                "settled",
                () -> alerts.settle(
                        AlertId.of(id),
                        new NewSettlement(
                                answers.text("outcome").orElse(null),
                                answers.text("words").orElse(null))));
    }

    /** Whoever was on call knows of it no more once it is settled, and goes on with their work. */
    private String act(String done, Runnable doing) {
        boolean leaves = "settled".equals(done) && getView().caseId().isEmpty();
        String next = act.perform(
                doing,
                leaves
                        ? "/worklist/mine.xhtml?faces-redirect=true"
                        : "/safety/alert.xhtml?faces-redirect=true&alert=" + id,
                "safety.toast." + done);
        view = null;
        return next;
    }
}
