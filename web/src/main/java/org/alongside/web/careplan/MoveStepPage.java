package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.careplan.CarePlanService;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.StepService;
import org.alongside.careplan.StepService.Blocking;
import org.alongside.careplan.StepView;
import org.alongside.shared.StepId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** One step: begun here, finished, stuck, taken back, given back and cancelled. */
@Named
@RequestScoped
public class MoveStepPage {
    @EJB
    private StepService steps;

    @EJB
    private CarePlanService plans;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    @Param
    private String step;

    private StepView view;
    private GoalView goal;
    private String outcome;
    private String reason;
    private String words;
    private String cancelReason;

    public StepView getView() {
        if (view == null) {
            view = steps.read(StepId.of(step));
        }
        return view;
    }

    public GoalView getGoal() {
        if (goal == null) {
            goal = plans.goal(getView().goal());
        }
        return goal;
    }

    public String begin() {
        return act(() -> steps.begin(id()), "begun");
    }

    public String finish() {
        return act(() -> steps.finish(id(), outcome), "done");
    }

    public String block() {
        return act(() -> steps.block(id(), new Blocking(reason, words)), "blocked");
    }

    public String resume() {
        return act(() -> steps.resume(id()), "resumed");
    }

    public String handBack() {
        return act(() -> steps.handBack(id()), "handedBack");
    }

    public String cancel() {
        return act(() -> steps.cancel(id(), cancelReason), "cancelled");
    }

    private String act(Runnable doing, String done) {
        return act.perform(
                doing,
                "/careplan/step.xhtml?faces-redirect=true&case=" + page.getId() + "&step=" + step,
                "careplan.toast." + done);
    }

    private StepId id() {
        return StepId.of(step);
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getCancelReason() {
        return cancelReason;
    }

    public void setCancelReason(String cancelReason) {
        this.cancelReason = cancelReason;
    }
}
