package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseService.AnonymousContact;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** She wants no file: keeps a contact that says nothing about who she is, or nothing at all, and throws the draft away. */
@Named
@RequestScoped
public class RecordContactPage {
    private static final String CASES = "/casefile/list.xhtml?faces-redirect=true";

    @EJB
    private CaseService cases;

    @Inject
    private IntakeDraft draft;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    public String keep() {
        Answers answers = draft.getAnswers();
        try {
            cases.recordAnonymousContact(new AnonymousContact(
                    answers.yes("safety_inDanger"),
                    answers.text("language_code").orElse(null),
                    answers.several("needs")));
            draft.discard();
            toast.say("intake.toast.contact");
            return CASES;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    public String keepNothing() {
        draft.discard();
        toast.say("intake.toast.nothing");
        return CASES;
    }
}
