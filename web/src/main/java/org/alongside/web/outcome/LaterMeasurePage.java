package org.alongside.web.outcome;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.outcome.LaterMeasureService;
import org.alongside.outcome.NewLaterMeasure;
import org.alongside.outcome.Scale;
import org.alongside.outcome.Scale.ScaleItem;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Puts the questions of a scale to her in a follow-up that reached her, and keeps what she answers. */
@Named
@RequestScoped
public class LaterMeasurePage {
    @EJB
    private LaterMeasureService measures;

    @Inject
    private Act act;

    @Inject
    @Param
    private String followup;

    @Inject
    @Param
    private String scale;

    private final Answers answers = new Answers();
    private Scale chosen;

    public Answers getAnswers() {
        return answers;
    }

    /** The scale that was chosen; refuses one that may not be put to her as not there. */
    public Scale getChosen() {
        if (chosen == null) {
            chosen = measures.offered(FollowUpId.of(followup)).stream()
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

    public String save() {
        return act.handIn(
                () -> new NewLaterMeasure(
                        getChosen().id(),
                        answers.text("rater").orElse(null),
                        answers.day("measuredOn").orElse(null),
                        ScaleWords.given(getChosen(), answers)),
                (measured, key) -> measures.measure(FollowUpId.of(followup), measured, key),
                "/afterwards/one.xhtml?faces-redirect=true&followup=" + followup,
                "outcome.toast.measured");
    }
}
