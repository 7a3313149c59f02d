package org.alongside.web.healthcare;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.healthcare.HealthService;
import org.alongside.healthcare.NewCare.NewExposure;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;

/** Says that something happened after which care cannot wait. */
@Named
@RequestScoped
public class RecordExposurePage {
    @EJB
    private HealthService health;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    private Language language;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public String save() {
        return act.handIn(
                () -> new NewExposure(
                        answers.several("kinds"),
                        answers.instant("exposedAt", language.getZone()).orElse(null)),
                (exposure, key) -> health.expose(page.getId(), exposure, key),
                "/healthcare/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "healthcare.toast.exposed");
    }
}
