package org.alongside.web.livelihood;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.livelihood.LivingService;
import org.alongside.livelihood.LivingView;
import org.alongside.livelihood.LivingView.LivingStep;
import org.alongside.livelihood.LivingView.RetentionQuestion;
import org.alongside.livelihood.NewLiving.LivelihoodEnd;
import org.alongside.livelihood.NewLiving.NewVeto;
import org.alongside.livelihood.NewLiving.RetentionAnswer;
import org.alongside.shared.Ids;
import org.alongside.shared.QuestionId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Her steps towards a life of her own; what ends one, what she says after months, and for whom she does not want to work. */
@Named
@RequestScoped
public class ReadLivingPage {
    @EJB
    private LivingService living;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    @Param
    private String step;

    private LivingView view;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public LivingView getView() {
        if (view == null) {
            view = living.of(page.getId());
        }
        return view;
    }

    /** The step that is ended on this page; null: none is chosen. */
    public LivingStep getChosen() {
        return getView().steps().stream()
                .filter(one -> one.mayEnd() && one.id().toString().equals(step))
                .findFirst()
                .orElse(null);
    }

    /** What is asked now, the first of it. */
    public RetentionQuestion getAsked() {
        return getView().questions().stream()
                .filter(RetentionQuestion::asked)
                .findFirst()
                .orElse(null);
    }

    public List<RetentionQuestion> getAnswered() {
        return getView().questions().stream()
                .filter(one -> one.answer().isPresent())
                .toList();
    }

    public String end() {
        return perform(
                () -> living.end(
                        page.getId(),
                        Ids.parse(step),
                        new LivelihoodEnd(answers.day("endedOn").orElse(null), text("reason"))),
                "livelihood.toast.ended");
    }

    public String answer() {
        QuestionId asked = getAsked() == null
                ? QuestionId.of(text("question"))
                : getAsked().id();
        return perform(
                () -> living.answer(page.getId(), asked, new RetentionAnswer(text("answer"), text("income"))),
                "livelihood.toast.answered");
    }

    public String refuse() {
        return perform(
                () -> living.veto(
                        page.getId(),
                        new NewVeto(answers.text("employer").map(Ids::parse).orElse(null), true)),
                "livelihood.toast.refused");
    }

    public String mindNoMore(String id) {
        return perform(() -> living.veto(page.getId(), new NewVeto(Ids.parse(id), false)), "livelihood.toast.minds");
    }

    private String perform(Runnable doing, String said) {
        String next = "/livelihood/of.xhtml?faces-redirect=true&case=" + page.getId();
        return act.perform(doing, next, said);
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
