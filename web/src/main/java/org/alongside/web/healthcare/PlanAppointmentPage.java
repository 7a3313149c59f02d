package org.alongside.web.healthcare;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.healthcare.HealthService;
import org.alongside.healthcare.NewCare.NewAppointment;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;

/** Plans an appointment to which she agreed. */
@Named
@RequestScoped
public class PlanAppointmentPage {
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
                () -> new NewAppointment(
                        answers.instant("appointmentAt", language.getZone()).orElse(null),
                        text("place"),
                        text("carer"),
                        answers.yes("carerPromised"),
                        answers.yes("escort"),
                        text("interpreter"),
                        text("need")),
                (planned, key) -> health.plan(page.getId(), planned, key),
                "/healthcare/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "healthcare.toast.planned");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
