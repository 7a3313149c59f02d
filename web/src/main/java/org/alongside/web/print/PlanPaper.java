package org.alongside.web.print;

import java.util.Locale;
import org.alongside.access.Printed;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.PrintedPlan;
import org.alongside.careplan.StepView;

/** A care plan on paper: her goals in her own words, and under each the steps that are the printer's to know. */
public final class PlanPaper {

    private PlanPaper() {}

    /** The PDF. */
    public static byte[] pdf(Printed<PrintedPlan> printed, Locale locale) {
        Words words = new Words(locale, printed.mark());
        PrintedPlan content = printed.content();
        Paper paper = words.paper(printed)
                .title(words.shared("careplan.title"))
                .fact(words.get("code"), content.caseCode())
                .fact(words.get("lead"), content.lead());
        if (!content.plan().whole()) {
            paper.say(words.get("plan.part"));
        }
        if (content.plan().goals().isEmpty()) {
            paper.say(words.shared("careplan.none.title"));
        }
        content.plan().goals().forEach(goal -> goal(paper, words, goal));
        return Press.print(paper, locale);
    }

    private static void goal(Paper paper, Words words, GoalView goal) {
        paper.part(words.code("care_domain", goal.domain()))
                .quote(goal.statement())
                .fact(words.get("status"), words.code("goal_status", goal.status()))
                .fact(words.get("plan.priority"), words.code("goal_priority", goal.priority()))
                .fact(words.get("plan.until"), words.day(goal.targetOn()));
        goal.end().ifPresent(end -> paper.fact(words.get("plan.why"), words.code("goal_end_reason", end.reason()))
                .fact(words.get("plan.words"), end.words()));
        for (StepView step : goal.steps()) {
            paper.subpart(words.shared("careplan.step"))
                    .fact(words.get("plan.what"), step.what())
                    .fact(words.shared("careplan.owner"), owner(words, step.owner()))
                    .fact(words.shared("careplan.due"), words.day(step.dueOn()))
                    .fact(words.get("status"), words.code("action_step_status", step.status()));
            step.block().ifPresent(block -> paper.fact(
                            words.get("plan.blocked"), words.code("step_block_reason", block.reason()))
                    .fact(words.get("plan.words"), block.words()));
            paper.fact(words.get("plan.outcome"), step.outcome())
                    .fact(words.get("plan.why"), words.code("step_cancel_reason", step.cancelReason()));
        }
    }

    private static String owner(Words words, StepView.Holder owner) {
        if (owner.organisationName().isEmpty()) {
            return words.shared(owner.unnamed() ? "careplan.owner.another" : "careplan.owner.her");
        }
        String house = owner.organisationName().get();
        return owner.workerName()
                .map(name -> words.sharedOf("careplan.owner.person", name, house))
                .orElseGet(() -> words.sharedOf(
                        "careplan.owner.job", house, words.role(owner.role().orElseThrow())));
    }
}
