package org.alongside.web.defence;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.defence.DefenceService;
import org.alongside.defence.DefenceView;
import org.alongside.defence.DefenceView.Defence;
import org.alongside.defence.NewOffence;
import org.alongside.defence.NewOffence.NewDefence;
import org.alongside.shared.NonPunishmentId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.PressedOn;

/** What keeps her from being punished for what she was made to do: note it, and say what her lawyer did. */
@Named
@RequestScoped
public class DefendPage {
    @EJB
    private DefenceService defences;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private DefenceView view;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public DefenceView getView() {
        if (view == null) {
            view = defences.of(page.getId());
        }
        return view;
    }

    /** Asked by the list of a form also where there is no row. */
    public boolean open(Defence one) {
        return one != null && one.open();
    }

    public String note() {
        view = null;
        return act.handIn(
                () -> new NewOffence(
                        answers.text("offence").orElse(null),
                        answers.text("stage").orElse(null),
                        answers.yes("detained")),
                (offence, key) -> defences.note(page.getId(), offence, key),
                here(),
                "defence.toast.noted");
    }

    /** @param pressedOn id of what the lawyer sees to and code of non_punishment_outcome, with a colon between them */
    public String settle(String pressedOn) {
        PressedOn pressed = PressedOn.of(pressedOn);
        view = null;
        return act.perform(
                () -> defences.settle(page.getId(), NonPunishmentId.of(pressed.id()), new NewDefence(pressed.said())),
                here(),
                "defence.toast.settled");
    }

    private String here() {
        return "/defence/of.xhtml?faces-redirect=true&case=" + page.getId();
    }
}
