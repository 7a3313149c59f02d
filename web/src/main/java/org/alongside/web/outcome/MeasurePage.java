package org.alongside.web.outcome;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.outcome.NewMeasure;
import org.alongside.outcome.OutcomeService;
import org.alongside.outcome.Scale;
import org.alongside.outcome.Scale.ScaleItem;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Dates;
import org.omnifaces.cdi.Param;

/** Puts the questions of a scale to her and keeps what she answers. */
@Named
@RequestScoped
public class MeasurePage {
    @EJB
    private OutcomeService outcomes;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    private Dates dates;

    @Inject
    private CodeWords codes;

    @Inject
    @Param
    private String scale;

    /** The point at which it is done; null: chosen here. */
    @Inject
    @Param
    private String at;

    private Scale chosen;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    /** The scale that was chosen; refuses one that may not be put to her as not there. */
    public Scale getChosen() {
        if (chosen == null) {
            chosen = outcomes.of(page.getId()).scales().stream()
                    .filter(one -> one.id().toString().equals(scale))
                    .findFirst()
                    .orElseThrow(Refusal::notThere);
        }
        return chosen;
    }

    /** What can be answered to a question, from the least to the most. */
    public List<Integer> values(ScaleItem item) {
        return ScaleWords.values(item);
    }

    /** What a value means, or the number itself. */
    public String words(int value) {
        return ScaleWords.of(getChosen(), value);
    }

    /** The points at which an open file is measured. */
    public List<String> getPoints() {
        return codes.of("measure_point").stream()
                .filter(one -> !codes.of("followup_interval").contains(one))
                .toList();
    }

    /** What was chosen; before anything was, the point that the page was asked for. */
    public String getPoint() {
        return answers.text("point").orElse(at);
    }

    public void setPoint(String point) {
        answers.put("point", point);
    }

    public String getToday() {
        return dates.getMinute().toLocalDate().toString();
    }

    public String save() {
        return act.handIn(
                () -> new NewMeasure(
                        getChosen().id(),
                        text("point"),
                        text("rater"),
                        answers.day("measuredOn").orElse(null),
                        ScaleWords.given(getChosen(), answers),
                        answers.yes("leadMayKnow")),
                (measured, key) -> outcomes.measure(page.getId(), measured, key),
                "/outcome/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "outcome.toast.measured");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
