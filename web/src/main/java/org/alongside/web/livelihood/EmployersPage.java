package org.alongside.web.livelihood;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.livelihood.EmployerView;
import org.alongside.livelihood.LivingService;
import org.alongside.livelihood.NewLiving.NewEmployerCheck;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** The employers that one's own house knows, and who looked at them. */
@Named
@RequestScoped
public class EmployersPage {
    @EJB
    private LivingService living;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private List<EmployerView> list;

    public Answers getAnswers() {
        return answers;
    }

    public List<EmployerView> getList() {
        if (list == null) {
            list = living.employers();
        }
        return list;
    }

    public String check() {
        return act.handIn(
                () -> new NewEmployerCheck(
                        text("name"),
                        answers.several("against"),
                        text("result"),
                        text("words"),
                        answers.day("checkedOn").orElse(null)),
                living::check,
                "/livelihood/employers.xhtml?faces-redirect=true",
                "livelihood.toast.checked");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
