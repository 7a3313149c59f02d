package org.alongside.web.livelihood;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.livelihood.LivingService;
import org.alongside.livelihood.LivingView.EmployerChoice;
import org.alongside.livelihood.NewLiving.NewLivelihood;
import org.alongside.shared.Ids;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;

/** Writes down a step to which she agreed; with whom she could work, and what is against it. */
@Named
@RequestScoped
public class BeginLivelihoodPage {
    @EJB
    private LivingService living;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    private Dates dates;

    private List<EmployerChoice> employers;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    /** Those of one's own house. */
    public List<EmployerChoice> getEmployers() {
        if (employers == null) {
            employers = living.of(page.getId()).employers();
        }
        return employers;
    }

    public String getToday() {
        return dates.getMinute().toLocalDate().toString();
    }

    public String save() {
        return act.handIn(
                () -> new NewLivelihood(
                        text("kind"),
                        text("what"),
                        answers.text("employer").map(Ids::parse).orElse(null),
                        answers.day("beganOn").orElse(null),
                        answers.day("untilOn").orElse(null),
                        text("incomeBefore"),
                        answers.day("agreedOn").orElse(null)),
                (step, key) -> living.begin(page.getId(), step, key),
                "/livelihood/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "livelihood.toast.begun");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
