package org.alongside.web.identification;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.identification.IdentificationService;
import org.alongside.identification.IdentificationView;
import org.alongside.identification.IdentificationView.IdentificationDecided;
import org.alongside.identification.IdentificationView.RecoveryTime;
import org.alongside.identification.NewIdentification;
import org.alongside.identification.NewIdentification.NewDecisionTold;
import org.alongside.identification.NewIdentification.NewRecoveryWord;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** What was decided of her, and her time to recover and think. */
@Named
@RequestScoped
public class IdentificationPage {
    @EJB
    private IdentificationService identification;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private IdentificationView view;

    public Answers getAnswers() {
        return answers;
    }

    public IdentificationView getView() {
        if (view == null) {
            view = identification.of(page.getId());
        }
        return view;
    }

    /** What holds today; null: nobody has decided. */
    public IdentificationDecided getNewest() {
        return getView().newest().orElse(null);
    }

    /** What was decided before that. */
    public List<IdentificationDecided> getBefore() {
        return getView().decisions().stream().skip(1).toList();
    }

    /** Her time to recover and think; null: none has begun. */
    public RecoveryTime getRecovery() {
        return getView().recovery().orElse(null);
    }

    public boolean isWritable() {
        return page.isMine() && allowed.ever(Permission.RECORD_IDENTIFICATION) && !page.isClosed();
    }

    public String decide() {
        return act.handIn(
                () -> new NewIdentification(
                        text("decision"),
                        text("decidedBy"),
                        answers.day("decidedOn").orElse(null),
                        answers.day("toldOn").orElse(null),
                        text("remedy"),
                        answers.day("remedyUntil").orElse(null)),
                (decision, key) -> identification.decide(page.getId(), decision, key),
                here(),
                "identification.toast.decided");
    }

    public String tell() {
        return act.perform(
                () -> identification.told(
                        page.getId(), new NewDecisionTold(answers.day("on").orElse(null))),
                here(),
                "identification.toast.told");
    }

    public String say() {
        return act.handIn(
                () -> new NewRecoveryWord(
                        text("word"), text("advice"), answers.day("saidOn").orElse(null)),
                (word, key) -> identification.say(page.getId(), word, key),
                here(),
                "identification.toast.said");
    }

    private String here() {
        return "/identification/of.xhtml?faces-redirect=true&case=" + page.getId();
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
