package org.alongside.web.safety;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.alongside.closing.ClosingService;
import org.alongside.closing.NewAttempt;
import org.alongside.safety.AlertView;
import org.alongside.safety.NewOverride;
import org.alongside.safety.SafetyService;
import org.alongside.safety.SafetyView;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;

/** How safe she is as far as the reader may know: the level, what was found, her plan and the alerts; a supervisor sets another level. */
@Named
@RequestScoped
public class ReadSafetyPage {
    private static final Set<String> HURRIED = Set.of("HIGH", "IMMEDIATE");

    @EJB
    private SafetyService safety;

    @EJB
    private ClosingService closings;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    private Dates dates;

    private final Answers answers = new Answers();
    private SafetyView view;

    public Answers getAnswers() {
        return answers;
    }

    public SafetyView getView() {
        if (view == null) {
            view = safety.of(page.getId());
        }
        return view;
    }

    public List<AlertView> getBefore() {
        return getView().alerts().stream().filter(alert -> !alert.open()).toList();
    }

    /** Whether the day on which it should have been looked at again is over. */
    public boolean isLate() {
        LocalDate today = LocalDate.ofInstant(dates.getNow(), ZoneOffset.UTC);
        return getView()
                .risk()
                .flatMap(SafetyView.RiskNow::reviewOn)
                .filter(today::isAfter)
                .isPresent();
    }

    /** Whether who leads is to say here that somebody spoke with her. */
    public boolean isToReach() {
        return getView().may().assess()
                && getView()
                        .risk()
                        .filter(risk -> risk.assessedAt().isPresent())
                        .filter(risk -> HURRIED.contains(risk.level()))
                        .isPresent();
    }

    /** Somebody spoke with her just now; nothing is kept of what was said. */
    public String reached() {
        return act.perform(
                () -> closings.logAttempt(
                        page.getId(),
                        new NewAttempt(null, answers.text("channel").orElse(null), "REACHED")),
                "/safety/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "safety.toast.reached");
    }

    public String override() {
        return act.perform(
                () -> safety.override(
                        page.getId(),
                        new NewOverride(
                                getView().assessments().stream()
                                        .findFirst()
                                        .map(newest -> newest.id().toString())
                                        .orElse(null),
                                answers.text("level").orElse(null),
                                answers.text("reason").orElse(null))),
                "/safety/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "safety.toast.overridden");
    }
}
