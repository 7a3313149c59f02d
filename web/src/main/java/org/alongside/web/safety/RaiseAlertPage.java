package org.alongside.web.safety;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.safety.AlertService;
import org.alongside.safety.NewAlert;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Says that something is wrong. */
@Named
@RequestScoped
public class RaiseAlertPage {
    @EJB
    private AlertService alerts;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public String raise() {
        return act.handIn(
                () -> new NewAlert(
                        answers.text("type").orElse(null),
                        answers.yes("inDanger"),
                        answers.text("words").orElse(null)),
                (alert, key) -> alerts.raise(page.getId(), alert, key),
                "/safety/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "safety.toast.raised");
    }
}
