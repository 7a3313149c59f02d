package org.alongside.web.closing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.alongside.access.Permission;
import org.alongside.casefile.CaseView;
import org.alongside.closing.ClosingCriterion;
import org.alongside.closing.ClosingObstacle;
import org.alongside.closing.ClosingService;
import org.alongside.closing.ClosingView;
import org.alongside.closing.NewClosing;
import org.alongside.closing.NewClosing.FollowUp;
import org.alongside.outcome.OutcomeService;
import org.alongside.outcome.OutcomeView;
import org.alongside.outcome.Scale;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Shows what stands against closing a case and proposes it, first the reason and then what the reason asks for. */
@Named
@RequestScoped
public class CloseCasePage {
    private static final Set<String> STAGES = Set.of("CLOSED", "REOPENED");
    private static final String EXIT = "EXIT";
    private static final String PAGE = "/casefile/close.xhtml?faces-redirect=true&case=";

    @EJB
    private ClosingService closings;

    @EJB
    private OutcomeService outcomes;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    /** The reason that is thought of; null: not chosen yet. */
    @Inject
    @Param(name = "why")
    private String reason;

    private final Answers answers = new Answers();
    private ClosingView view;
    private OutcomeView outcome;

    public ClosingView getView() {
        if (view == null) {
            view = closings.read(page.getId(), isReasonChosen() ? reason : null);
        }
        return view;
    }

    /** What the page is about in the state of the case: OPEN to be closed, CLOSED, REOPENED, or OTHER where nothing is done here. */
    public String getStage() {
        return !getView().reasons().isEmpty()
                ? "OPEN"
                : STAGES.contains(getView().status()) ? getView().status() : "OTHER";
    }

    public String getReason() {
        return reason;
    }

    public boolean isReasonChosen() {
        return reason != null && !reason.isBlank();
    }

    /** Whether she was measured at the end, since the file was opened last. */
    public boolean isExitMeasured() {
        LocalDate opened =
                getView().episodes().get(0).openedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return outcome().courses().stream()
                .flatMap(course -> course.measures().stream())
                .anyMatch(one -> EXIT.equals(one.point()) && !one.measuredOn().isBefore(opened));
    }

    /** Whether a scale may be put to her before it is closed. */
    public boolean isExitOffered() {
        return !getExitScales().isEmpty();
    }

    public List<Scale> getExitScales() {
        return page.isClosed() ? List.of() : outcome().scales();
    }

    private OutcomeView outcome() {
        if (outcome == null) {
            outcome = outcomes.of(page.getId());
        }
        return outcome;
    }

    public Answers getAnswers() {
        return answers;
    }

    /** Whether the reader may propose it now: the lead's caseworker, while nothing waits and its state allows it. */
    public boolean isProposable() {
        return page.getFile().ledHere()
                && allowed.ever(Permission.PROPOSE_CLOSING)
                && getView().waiting().isEmpty()
                && !getView().reasons().isEmpty();
    }

    /** Whether a proposal waits for a supervisor. */
    public boolean isWaiting() {
        return getView().waiting().isPresent();
    }

    /** Whether what is proposed waits for the reader: a supervisor who never proposed it. */
    public boolean isDecidable() {
        return allowed.ever(Permission.APPROVE_CLOSING)
                && getView().waiting().filter(one -> !one.yours()).isPresent();
    }

    public boolean isChild() {
        return page.getFile().who().filter(CaseView.Who::child).isPresent();
    }

    /** Whether something must be ended before it can be proposed. */
    public boolean isBlocked() {
        return getView().obstacles().stream().anyMatch(ClosingObstacle::blocks);
    }

    /** Whether it is filled in here: nothing must be ended first, or that came up only while it was typed. */
    public boolean isFillable() {
        return !isBlocked() || Faces.isPostback();
    }

    /** Whether something stands against it that only a reason overrides. */
    public boolean isWeighed() {
        return getView().obstacles().stream().anyMatch(one -> !one.blocks());
    }

    public List<ClosingObstacle> getObstacles() {
        return getView().obstacles();
    }

    public List<ClosingCriterion> getCriteria() {
        return getView().criteria();
    }

    /** How a line of the checklist looks. */
    public String toneOf(String state) {
        return switch (String.valueOf(state)) {
            case "FIRST" -> "danger";
            case "OPEN" -> "soon";
            case "MET" -> "calm";
            default -> "";
        };
    }

    public String iconOf(String state) {
        return switch (String.valueOf(state)) {
            case "FIRST" -> "lock";
            case "OPEN" -> "alert";
            case "MET" -> "check";
            default -> "clock";
        };
    }

    /**
     * The page of the file on which an obstacle can be ended; empty where it is ended by nothing but time or talk.
     *
     * @param obstacle its code; null where Faces asks outside of the list
     */
    public String placeOf(String obstacle) {
        return switch (String.valueOf(obstacle)) {
            case "OPEN_REFERRALS", "OPEN_SEARCHES", "SAFETY_UNCHECKED", "EMERGENCIES_UNREVIEWED" ->
                "/referral/of.xhtml";
            case "OPEN_STEPS", "OPEN_GOALS" -> "/careplan/of.xhtml";
            case "PLACEMENT_RUNS" -> "/housing/of.xhtml";
            case "NOT_TOLD" -> "/consent/shared.xhtml";
            case "RISK_IMMEDIATE", "RISK_HIGH", "RISK_MEDIUM", "OPEN_ALERTS" -> "/safety/of.xhtml";
            case "NO_PLACE" -> "/housing/tonight.xhtml";
            case "BEST_INTERESTS_MISSING", "BEST_INTERESTS_AGAINST", "RETURN_NOT_CONFIRMED", "RETURN_UNDER_WAY" ->
                "/reintegration/of.xhtml";
            default -> "";
        };
    }

    /** Goes on with the reason that was chosen. */
    public String choose() {
        return answers.text("chosen")
                .map(chosen -> PAGE + page.getId() + "&why=" + chosen)
                .orElse(PAGE + page.getId());
    }

    public String propose() {
        return act.perform(
                () -> closings.propose(page.getId(), closing(), null), PAGE + page.getId(), "closing.toast.proposed");
    }

    private NewClosing closing() {
        return new NewClosing(
                reason,
                text("words"),
                answers.several("met"),
                text("conversation"),
                text("dataNotice"),
                new FollowUp(
                        text("followUp_answer"),
                        text("followUp_channel"),
                        isChild() ? text("followUp_giver") : "SELF",
                        text("followUp_giverRelation"),
                        text("followUp_assent"),
                        text("followUp_notAsked")),
                text("overrideReason"));
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
