package org.alongside.web.safety;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
    @EJB
    private SafetyService safety;

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
