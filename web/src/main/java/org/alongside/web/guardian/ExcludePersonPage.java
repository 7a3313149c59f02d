package org.alongside.web.guardian;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.guardian.GuardianService;
import org.alongside.guardian.GuardianView;
import org.alongside.guardian.NewExcludedPerson;
import org.alongside.shared.GuardianId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Keeps somebody out who is suspected to have harmed a child, or whose interests are against hers. */
@Named
@RequestScoped
public class ExcludePersonPage {
    @EJB
    private GuardianService guardians;

    @Inject
    private ReadCasePage page;

    @Inject
    private AroundChildPage around;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    /** Who stands for her in some way, and could be the one. */
    public List<GuardianView> getStanding() {
        return around.getAround().guardians().stream()
                .filter(GuardianView::open)
                .toList();
    }

    public String exclude() {
        return act.perform(
                () -> guardians.exclude(
                        page.getId(),
                        new NewExcludedPerson(
                                answers.text("guardian").map(GuardianId::of).orElse(null),
                                answers.text("relation").orElse(null),
                                answers.text("name").orElse(null),
                                answers.text("description").orElse(null)),
                        null),
                "/guardian/around.xhtml?faces-redirect=true&case=" + page.getId(),
                "guardian.toast.excluded");
    }
}
