package org.alongside.web.print;

import java.util.Locale;
import org.alongside.access.Printed;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.NeedsView;
import org.alongside.careplan.PrintedPlan;
import org.alongside.careplan.StepView;
import org.alongside.safety.AssessmentView.RiskFinding;
import org.alongside.safety.PrintedSafetyPlan.Part;
import org.alongside.safety.SafetyPrints.PrintedSafety;

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
        hers(paper, words, content.needs());
        needs(paper, words, content.needs());
        paper.part(words.get("plan.risks"))
                .fact(
                        words.get("plan.risk"),
                        content.risk()
                                .map(risk -> words.code("risk_level", risk))
                                .orElse(null));
        content.safety().ifPresent(safety -> safety(paper, words, safety));
        paper.part(words.get("plan.contacted"));
        for (PrintedPlan.Contacted one : content.contacted()) {
            paper.fact(
                    one.name().orElseGet(() -> words.shared("careplan.owner.another")),
                    words.of(
                            "plan.contacted.one",
                            words.code("service_type", one.service()),
                            words.code("referral_status", one.status())));
        }
        content.frame().ifPresent(frame -> frame(paper, words, frame));
        if (content.plan().goals().isEmpty()) {
            paper.say(words.shared("careplan.none.title"));
        }
        content.plan().goals().forEach(goal -> goal(paper, words, goal));
        paper.part(words.get("sign")).say(words.get("plan.sign.words"));
        paper.sign(words.get("sign.her"));
        paper.sign(words.get("plan.sign.stands"));
        paper.sign(words.get("plan.sign.lead"));
        paper.sign(words.get("plan.sign.supervisor"));
        return Press.print(paper, locale);
    }

    /** What was found last, the worst first, and her safety plan. */
    private static void safety(Paper paper, Words words, PrintedSafety safety) {
        safety.newest().ifPresent(newest -> {
            paper.fact(words.get("plan.assessed"), words.day(newest.assessedAt()))
                    .fact(words.get("plan.felt"), words.code("felt_safety", newest.felt()))
                    .fact(words.get("plan.herWords"), newest.herWords().orElse(null));
            for (RiskFinding finding : newest.findings()) {
                paper.subpart(words.code("risk_domain", finding.domain()))
                        .fact(words.get("plan.score"), words.code("risk_score", finding.score()))
                        .fact(words.get("plan.words"), finding.note().orElse(null));
            }
        });
        paper.part(words.shared("safety.plan"));
        if (safety.plan().isEmpty()) {
            paper.say(words.shared("safety.plan.none"));
        }
        for (Part part : safety.plan()) {
            paper.fact(words.shared("safety.plan." + part.name()), part.words());
        }
    }

    private static void hers(Paper paper, Words words, NeedsView needs) {
        needs.says().stream()
                .filter(say -> say.mattersMost() != null)
                .findFirst()
                .ifPresent(
                        say -> paper.part(words.shared("careplan.say.mostNow")).quote(say.mattersMost()));
        needs.says().stream().filter(say -> say.going() != null).findFirst().ifPresent(say -> paper.part(
                        words.shared("careplan.say.going"))
                .fact(words.day(say.saidOn()), words.code("plan_going", say.going()))
                .fact(words.get("plan.words"), say.words()));
    }

    private static void needs(Paper paper, Words words, NeedsView needs) {
        if (needs.assessments().isEmpty()) {
            return;
        }
        NeedsView.Assessment newest = needs.assessments().get(0);
        paper.part(words.shared("careplan.needs.title"))
                .fact(words.day(newest.assessedOn()), words.code("need_rater", newest.rater()));
        for (NeedsView.Found found : newest.found()) {
            paper.subpart(words.code("care_domain", found.domain()))
                    .fact(words.shared("careplan.needs.level"), words.code("need_level", found.level()))
                    .fact(words.shared("careplan.assess.need"), found.need())
                    .fact(words.shared("careplan.assess.strength"), found.strength());
        }
    }

    private static void frame(Paper paper, Words words, PrintedPlan.Frame frame) {
        paper.part(words.get("plan.frame"))
                .fact(words.get("plan.begun"), words.day(frame.begunAt()))
                .fact(words.get("plan.next"), words.day(frame.reviewBy()))
                .fact(words.get("plan.approvedBy"), frame.approvedBy().orElse(null))
                .fact(
                        words.get("plan.approvedAt"),
                        frame.approvedAt().map(words::day).orElse(null))
                .fact(
                        words.get("plan.changedSince"),
                        frame.changedSince() ? words.get("plan.changedSince.words") : null);
    }

    private static void goal(Paper paper, Words words, GoalView goal) {
        paper.part(words.code("care_domain", goal.domain()))
                .quote(goal.statement())
                .fact(words.get("status"), words.code("goal_status", goal.status()))
                .fact(words.get("plan.priority"), words.code("goal_priority", goal.priority()))
                .fact(words.get("plan.until"), words.day(goal.targetOn()));
        goal.measure().ifPresent(measure -> paper.fact(
                        words.shared("careplan.baseline"), words.code("need_level", measure.baseline()))
                .fact(words.shared("careplan.baselineOn"), words.day(measure.baselineOn()))
                .fact(words.shared("careplan.target"), words.code("need_level", measure.target())));
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
