package org.alongside.web.safety;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.safety.NewSafetyPlan;
import org.alongside.safety.SafetyService;
import org.alongside.safety.SafetyView;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.casefile.StaleEdit;
import org.alongside.web.draft.Answers;

/** Writes her safety plan, or writes it anew from the one that there is. */
@Named
@RequestScoped
public class WriteSafetyPlanPage {
    @EJB
    private SafetyService safety;

    @Inject
    private ReadCasePage page;

    @Inject
    private StaleEdit edit;

    private Answers answers;

    /** What is typed, at first what the newest plan says. */
    public Answers getAnswers() {
        if (answers == null) {
            SafetyView view = safety.of(page.getId());
            Answers present = new Answers();
            view.plan().ifPresent(plan -> {
                present.put("warningSigns", plan.warningSigns());
                present.put("noContact", plan.noContact().orElse(null));
                present.put("ifMissing", plan.ifMissing().orElse(null));
            });
            view.wholePlan().ifPresent(plan -> {
                present.put("steps", plan.steps());
                present.put("people", plan.people().orElse(null));
                present.put("places", plan.places().orElse(null));
                present.put("safeWord", plan.safeWord().orElse(null));
                present.put("toTake", plan.toTake().orElse(null));
                present.put("devices", plan.devices().orElse(null));
                present.put("children", plan.children().orElse(null));
                present.put("survivorCopy", plan.survivorCopy());
            });
            answers = edit.begin(
                    present, view.plan().map(SafetyView.PlanMinimum::number).orElse(0));
        }
        return answers;
    }

    public String save() {
        return edit.save(
                "",
                basedOn -> safety.plan(
                        page.getId(),
                        new NewSafetyPlan(
                                basedOn,
                                typed("warningSigns"),
                                typed("noContact"),
                                typed("ifMissing"),
                                typed("steps"),
                                typed("people"),
                                typed("places"),
                                typed("safeWord"),
                                typed("toTake"),
                                typed("devices"),
                                typed("children"),
                                typed("survivorCopy"))),
                "/safety/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "safety.toast.planned");
    }

    private String typed(String field) {
        return answers.text(field).orElse(null);
    }
}
