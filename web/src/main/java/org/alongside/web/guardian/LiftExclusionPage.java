package org.alongside.web.guardian;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.guardian.ExcludedPersonView;
import org.alongside.guardian.ExclusionLift;
import org.alongside.guardian.GuardianService;
import org.alongside.shared.ExcludedPersonId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Lifts the exclusion of the wrong person, as a second one. */
@Named
@RequestScoped
public class LiftExclusionPage {
    @EJB
    private GuardianService guardians;

    @Inject
    private ReadCasePage page;

    @Inject
    private AroundChildPage around;

    @Inject
    private Act act;

    @Inject
    @Param
    private String person;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public ExcludedPersonView getOne() {
        ExcludedPersonId id = ExcludedPersonId.of(person);
        return around.getAround().excluded().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    public String lift() {
        return act.perform(
                () -> guardians.lift(
                        page.getId(),
                        getOne().id(),
                        new ExclusionLift(answers.text("reason").orElse(null))),
                "/guardian/around.xhtml?faces-redirect=true&case=" + page.getId(),
                "guardian.toast.lifted");
    }
}
