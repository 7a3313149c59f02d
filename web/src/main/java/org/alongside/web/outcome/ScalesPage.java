package org.alongside.web.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.outcome.NewScale;
import org.alongside.outcome.OutcomeService;
import org.alongside.outcome.Scale;
import org.alongside.shared.Ids;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** The scales by which is measured; an administrator brings one in as text, or retires one. */
@Named
@RequestScoped
public class ScalesPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    @EJB
    private OutcomeService outcomes;

    @Inject
    private Act act;

    @Inject
    private Allowed allowed;

    private final Answers answers = new Answers();
    private List<Scale> list;

    public Answers getAnswers() {
        return answers;
    }

    public List<Scale> getList() {
        if (list == null) {
            list = outcomes.scales();
        }
        return list;
    }

    public boolean isKeeping() {
        return allowed.ever(Permission.KEEP_SCALES);
    }

    public String bring() {
        return act.handIn(
                () -> read(answers.text("scale").orElse("")),
                outcomes::bring,
                "/outcome/scales.xhtml?faces-redirect=true",
                "outcome.toast.brought");
    }

    public String retire(String id) {
        return act.perform(
                () -> outcomes.retire(Ids.parse(id)),
                "/outcome/scales.xhtml?faces-redirect=true",
                "outcome.toast.retired");
    }

    /** In the form in which the API takes one. */
    private static NewScale read(String text) {
        try {
            NewScale scale = JSON.readValue(text, NewScale.class);
            if (scale != null) {
                return scale;
            }
        } catch (JsonProcessingException none) {
            // said below: what stands in the text is not repeated
        }
        throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("scale", "not-a-scale")));
    }
}
