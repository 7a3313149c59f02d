package org.alongside.web.outcome;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.outcome.MeasureAskService;
import org.alongside.outcome.NewNo;
import org.alongside.outcome.OutcomeService;
import org.alongside.outcome.OutcomeView;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;

/** How she is by the scales, over time. */
@Named
@RequestScoped
public class ReadOutcomesPage {
    @EJB
    private OutcomeService outcomes;

    @Inject
    private ReadCasePage page;

    @Inject
    private Language language;

    @EJB
    private MeasureAskService asks;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    private OutcomeView view;

    public OutcomeView getView() {
        if (view == null) {
            view = outcomes.of(page.getId());
        }
        return view;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String declined() {
        return act.perform(
                () -> asks.declined(
                        page.getId(), new NewNo(answers.text("answer").orElse(null))),
                "/outcome/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "outcome.toast.no");
    }

    public List<ScoreLine> getLines() {
        return getView().courses().stream()
                .map(course -> new ScoreLine(course, language.getDir().equals("rtl")))
                .toList();
    }
}
