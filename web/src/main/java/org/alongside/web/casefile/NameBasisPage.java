package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.Permission;
import org.alongside.casefile.NameBasisService;
import org.alongside.casefile.NameBasisView;
import org.alongside.casefile.NewNameBasis;
import org.alongside.casefile.NewNameBasis.NewInquiry;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** On what her name rests, and which authority was asked who she is. */
@Named
@RequestScoped
public class NameBasisPage {
    @EJB
    private NameBasisService bases;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private NameBasisView view;

    public Answers getAnswers() {
        return answers;
    }

    public NameBasisView getView() {
        if (view == null) {
            view = bases.of(page.getId());
        }
        return view;
    }

    /** Whether it is the reader's to know: who leads. */
    public boolean isOpen() {
        return page.getFile().ledHere()
                && allowed.ever(Permission.READ_NAME_BASIS)
                && page.getFile().identity().isPresent();
    }

    public boolean isWritable() {
        return page.isMine() && !page.isClosed();
    }

    public String save() {
        return act.perform(
                () -> bases.rests(
                        page.getId(), new NewNameBasis(answers.text("basis").orElse(null))),
                here(),
                "casefile.toast.basis");
    }

    public String ask() {
        return act.perform(
                () -> bases.asked(
                        page.getId(),
                        new NewInquiry(
                                answers.text("authority").orElse(null),
                                answers.text("answer").orElse(null),
                                answers.day("on").orElse(null))),
                here(),
                "casefile.toast.basis");
    }

    private String here() {
        return "/casefile/basis.xhtml?faces-redirect=true&case=" + page.getId();
    }
}
