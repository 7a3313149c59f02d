package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.proceeding.MatterStages;
import org.alongside.proceeding.MatterStages.MatterAppeal;
import org.alongside.proceeding.MatterStages.MatterDecision;
import org.alongside.proceeding.MatterStages.StageStep;
import org.alongside.proceeding.NewStage;
import org.alongside.proceeding.NewStage.NewAppealAnswer;
import org.alongside.proceeding.NewStage.NewMatterAppeal;
import org.alongside.proceeding.NewStage.NewMatterDecision;
import org.alongside.proceeding.NewStage.NewMatterEnd;
import org.alongside.proceeding.StageService;
import org.alongside.shared.Ids;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** How far a matter is: the next stage, what was decided, appeals, and how it ends; her lawyer's alone. */
@Named
@RequestScoped
public class MoveMatterPage {
    private static final Set<String> APPEALABLE = Set.of("DECISION", "APPEAL");

    @EJB
    private StageService doors;

    @Inject
    private ReadMatterPage page;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    private MatterStages view;

    public Answers getAnswers() {
        return answers;
    }

    public MatterStages getView() {
        if (view == null) {
            page.getMatter();
            view = doors.of(page.getId());
        }
        return view;
    }

    /** Whether a decision may be written down now. */
    public boolean isDeciding() {
        return getView().steps().stream().map(StageStep::stage).anyMatch("DECISION"::equals);
    }

    /** Whether somebody may appeal now. */
    public boolean isAppealable() {
        return APPEALABLE.contains(getView().stage()) && !getView().decisions().isEmpty();
    }

    public List<MatterAppeal> getWaiting() {
        return getView().appeals().stream()
                .filter(one -> one.result().isEmpty())
                .toList();
    }

    public boolean isClosed() {
        return "CLOSED".equals(getView().stage());
    }

    /** Whether what is unpaid would have to be given up. */
    public boolean isToGiveUp() {
        return getView().unpaid()
                && Set.of("FINAL", "ENFORCEMENT").contains(getView().stage());
    }

    /** What was decided that an appeal is against: code of decision_outcome. */
    public String against(MatterAppeal appeal) {
        return getView().decisions().stream()
                .filter(one -> one.id().equals(appeal.decision()))
                .map(MatterDecision::outcome)
                .findFirst()
                .orElse("");
    }

    public String go(String stage) {
        return perform(() -> doors.move(page.getId(), new NewStage(stage)), "proceeding.toast.moved");
    }

    public String decide() {
        return act.handIn(
                () -> new NewMatterDecision(
                        text("outcome"), answers.day("decidedOn").orElse(null)),
                (decision, key) -> doors.decide(page.getId(), decision, key),
                here(),
                "proceeding.toast.decided");
    }

    public String appeal() {
        return act.handIn(
                () -> new Appealing(
                        answers.text("decision").map(Ids::parse),
                        new NewMatterAppeal(
                                text("appellant"), answers.day("appealedOn").orElse(null))),
                (one, key) -> doors.appeal(
                        page.getId(),
                        one.decision().orElseThrow(() -> Refusal.invalid("decision", "missing")),
                        one.appeal(),
                        key),
                here(),
                "proceeding.toast.appealed");
    }

    public String answer() {
        return perform(
                () -> doors.answer(
                        page.getId(),
                        answers.text("appeal").map(Ids::parse).orElseThrow(() -> Refusal.invalid("appeal", "missing")),
                        new NewAppealAnswer(
                                text("result"), answers.day("answeredOn").orElse(null), text("outcome"))),
                "proceeding.toast.appealAnswered");
    }

    public String end() {
        return perform(
                () -> doors.end(
                        page.getId(),
                        new NewMatterEnd(
                                text("outcome"),
                                text("givenUp"),
                                answers.day("endedOn").orElse(null))),
                "proceeding.toast.over");
    }

    private String perform(Runnable doing, String done) {
        view = null;
        return act.perform(doing, here(), done);
    }

    /** Where this page is, as a next page. */
    public String here() {
        return page.at("/proceeding/stages");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }

    /** An appeal and the decision that it is against. */
    private record Appealing(Optional<UUID> decision, NewMatterAppeal appeal) {}
}
