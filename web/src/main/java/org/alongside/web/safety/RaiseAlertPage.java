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
import org.alongside.web.frame.Pressed;

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

    @Inject
    private Pressed pressed;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public String raise() {
        return act.perform(
                () -> {
                    NewAlert alert = new NewAlert(
                            answers.text("type").orElse(null),
                            answers.yes("inDanger"),
                            answers.text("words").orElse(null));
                    alerts.raise(page.getId(), alert, pressed.key(alert));
                },
                "/safety/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "safety.toast.raised");
    }
}
