package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.alongside.careplan.CarePlanService;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.NewAgreement;
import org.alongside.careplan.NewGoal;
import org.alongside.shared.GoalId;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.casefile.StaleEdit;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Dates;
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
    private CaseDraft draft;

    @Inject
    private StaleEdit edit;

    @Inject
    private Dates dates;

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
        return "/careplan/write.xhtml?faces-redirect=true&case=" + page.getId() + "&draft="
                + draft.begin("goal", any -> true, this::first);
    }

    private Answers first() {
        Answers first = new Answers();
        first.put("priority", "SOON");
        first.put("baselineOn", dates.getMinute().toLocalDate());
        return first;
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
        there.measure().ifPresent(measure -> {
            present.put("baseline", measure.baseline());
            present.put("baselineOn", measure.baselineOn());
            present.put("target", measure.target());
        });
        return edit.begin(present, there.version());
    }

    public boolean isNew() {
        return goal == null;
    }

    public String save() {
        if (goal != null) {
            return edit.save(
                    "",
                    version -> plans.change(GoalId.of(goal), written(), version),
                    address(goal),
                    "careplan.toast.goalChanged");
        }
        return draft.handIn(
                key -> {
                    GoalId made = plans.propose(page.getId(), written(), key);
                    if (getAnswers().yes("agreed")) {
                        plans.agree(made, new NewAgreement(true, text("backing")));
                    }
                    return address(made);
                },
                "careplan.toast.goalWritten");
    }

    private NewGoal written() {
        return new NewGoal(
                text("domain"),
                text("statement"),
                text("priority"),
                getAnswers().day("targetOn").orElse(null),
                text("baseline"),
                text("baseline") == null ? null : getAnswers().day("baselineOn").orElse(null),
                text("target"));
    }

    private String address(Object of) {
        return "/careplan/goal.xhtml?faces-redirect=true&case=" + page.getId() + "&goal=" + of;
    }

    /** A child agrees with who stands for her. */
    public boolean isOfChild() {
        return plans.of(page.getId()).child();
    }

    private String text(String field) {
        return getAnswers().text(field).filter(text -> !text.isBlank()).orElse(null);
    }

    /** The goal that is rewritten, if one is. */
    public Optional<String> getGoal() {
        return Optional.ofNullable(goal);
    }
}
