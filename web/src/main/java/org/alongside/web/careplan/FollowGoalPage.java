package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.Permission;
import org.alongside.careplan.CarePlanService;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.Ending;
import org.alongside.careplan.GoalStatus;
import org.alongside.careplan.NewAgreement;
import org.alongside.shared.GoalId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** One goal with its steps: agreed with her here, and ended here. */
@Named
@RequestScoped
public class FollowGoalPage {
    @EJB
    private CarePlanService plans;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    @Param
    private String goal;

    private GoalView view;
    private GoalStatus how;
    private String reason;
    private String words;
    private boolean confirmed;
    private String backing;

    public GoalView getView() {
        if (view == null) {
            view = plans.goal(GoalId.of(goal));
        }
        return view;
    }

    /** Whether to offer a step of one's own. */
    public boolean isPlannable() {
        return getView().status().isOpen() && allowed.ever(Permission.WRITE_STEP);
    }

    /** How it can end: what is only proposed can only be dropped. */
    public GoalStatus[] getEnds() {
        return getView().status() == GoalStatus.PROPOSED
                ? new GoalStatus[] {GoalStatus.DROPPED}
                : new GoalStatus[] {GoalStatus.MET, GoalStatus.PARTLY_MET, GoalStatus.NOT_MET, GoalStatus.DROPPED};
    }

    public String agree() {
        return act(() -> plans.agree(GoalId.of(goal), new NewAgreement(true, backing)), "agreed");
    }

    public String end() {
        return act(() -> plans.end(GoalId.of(goal), new Ending(how, reason, words, confirmed)), "ended");
    }

    private String act(Runnable doing, String done) {
        return act.perform(
                doing,
                "/careplan/goal.xhtml?faces-redirect=true&case=" + page.getId() + "&goal=" + goal,
                "careplan.toast." + done);
    }

    /** A child agrees with who stands for her. */
    public boolean isOfChild() {
        return plans.of(page.getId()).child();
    }

    public String getBacking() {
        return backing;
    }

    public void setBacking(String backing) {
        this.backing = backing;
    }

    public GoalStatus getHow() {
        return how;
    }

    public void setHow(GoalStatus how) {
        this.how = how;
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

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }
}
