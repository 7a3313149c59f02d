package org.alongside.web.healthcare;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.healthcare.HealthService;
import org.alongside.healthcare.NewCare.NewHealthFinding;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Writes down what was found, by who treats her. */
@Named
@RequestScoped
public class NoteFindingPage {
    @EJB
    private HealthService health;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public String save() {
        return act.handIn(
                () -> new NewHealthFinding(
                        text("need"), text("words"), answers.day("foundOn").orElse(null)),
                (found, key) -> health.find(page.getId(), found, key),
                "/healthcare/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "healthcare.toast.found");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
