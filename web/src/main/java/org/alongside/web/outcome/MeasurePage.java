package org.alongside.web.outcome;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.alongside.outcome.NewMeasure;
import org.alongside.outcome.OutcomeService;
import org.alongside.outcome.Scale;
import org.alongside.outcome.Scale.ScaleItem;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
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
    @Param
    private String scale;

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
        return item == null
                ? List.of()
                : IntStream.rangeClosed(item.least(), item.most()).boxed().toList();
    }

    /** What a value means, or the number itself. */
    public String words(int value) {
        return getChosen().words(value).map(said -> value + " · " + said).orElse(String.valueOf(value));
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
                        given(),
                        answers.yes("leadMayKnow")),
                (measured, key) -> outcomes.measure(page.getId(), measured, key),
                "/outcome/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "outcome.toast.measured");
    }

    private List<Integer> given() {
        List<Integer> given = new ArrayList<>();
        for (int at = 0; at < getChosen().items().size(); at++) {
            given.add(answers.text("answers_" + at)
                    .filter(one -> one.matches("-?\\d{1,4}"))
                    .map(Integer::valueOf)
                    .orElse(null));
        }
        return given;
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
