package org.alongside.web.tie;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.tie.NewTie;
import org.alongside.tie.OwnTie;
import org.alongside.tie.TieService;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Whom somebody declared to know, and declaring another. */
@Named
@RequestScoped
public class DeclareTiePage {
    @EJB
    private TieService ties;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    @Param(name = "case")
    private String caseId;

    private List<OwnTie> own;
    private Answers answers;

    public List<OwnTie> getOwn() {
        if (own == null) {
            own = ties.own();
        }
        return own;
    }

    /** With the code of the file from which they came. */
    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            if (caseId != null && !caseId.isEmpty()) {
                answers.put("caseCode", page.getFile().code());
            }
        }
        return answers;
    }

    public String declare() {
        return act.perform(
                () -> ties.declare(new NewTie(
                        answers.text("caseCode").orElse(null),
                        answers.text("tie").orElse(null))),
                "/tie/declare.xhtml?faces-redirect=true",
                "tie.declared");
    }
}
