package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.alongside.careplan.CarePlanService;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.NewGoal;
import org.alongside.shared.GoalId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.casefile.StaleEdit;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.omnifaces.cdi.Param;

/** Writes a goal down in her words, or rewrites one. */
@Named
@RequestScoped
public class WriteGoalPage {
    @EJB
    private CarePlanService plans;

    @Inject
    private ReadCasePage page;

    @Inject
    private PlanDraft draft;

    @Inject
    private StaleEdit edit;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    /** The goal that is rewritten; null: a new one. */
    @Inject
    @Param
    private String goal;

    private Answers answers;

    /** An address without a draft goes on with what was begun, or begins. */
    public String begin() {
        if (goal != null || draft.getId() != null) {
            return null;
        }
        Answers first = new Answers();
        first.put("priority", "SOON");
        return "/careplan/write.xhtml?faces-redirect=true&case=" + page.getId() + "&draft="
                + draft.begin("goal", first);
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = goal == null ? draft.getAnswers() : present();
        }
        return answers;
    }

    private Answers present() {
        GoalView there = plans.goal(GoalId.of(goal));
        Answers present = new Answers();
        present.put("domain", there.domain());
        present.put("statement", there.statement());
        present.put("priority", there.priority());
        present.put("targetOn", there.targetOn());
        return edit.begin(present, there.version());
    }

    public boolean isNew() {
        return goal == null;
    }

    public String save() {
        NewGoal written =
                new NewGoal(text("domain"), text("statement"), text("priority"), day(getAnswers(), "targetOn"));
        if (goal != null) {
            return edit.save(
                    "",
                    version -> plans.change(GoalId.of(goal), written, version),
                    "/careplan/goal.xhtml?faces-redirect=true&case=" + page.getId() + "&goal=" + goal,
                    "careplan.toast.goalChanged");
        }
        draft.save();
        try {
            GoalId made = plans.propose(page.getId(), written, "draft-" + draft.getId());
            if (getAnswers().yes("agreed")) {
                plans.agree(made, true);
            }
            draft.discard();
            toast.say("careplan.toast.goalWritten");
            return "/careplan/goal.xhtml?faces-redirect=true&case=" + page.getId() + "&goal=" + made;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }

    /** A day as it was typed; none where it is no day. */
    public static LocalDate day(Answers answers, String field) {
        try {
            return answers.text(field).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** The goal that is rewritten, if one is. */
    public Optional<String> getGoal() {
        return Optional.ofNullable(goal);
    }
}
