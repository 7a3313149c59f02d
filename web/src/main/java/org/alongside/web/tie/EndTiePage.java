package org.alongside.web.tie;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.shared.Refusal;
import org.alongside.shared.TieId;
import org.alongside.tie.TeamTie;
import org.alongside.tie.TeamTieService;
import org.alongside.tie.TieEnd;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** A supervisor ends a tie of somebody else. */
@Named
@RequestScoped
public class EndTiePage {
    @EJB
    private TeamTieService ties;

    @Inject
    private SupervisedTies supervised;

    @Inject
    private Act act;

    @Inject
    @Param(name = "tie")
    private String id;

    private final Answers answers = new Answers();

    public TeamTie getOne() {
        return supervised.getAll().stream()
                .filter(tie -> tie.id().toString().equals(id) && tie.endedAt().isEmpty())
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    public Answers getAnswers() {
        return answers;
    }

    public String end() {
        return act.perform(
                () -> ties.end(
                        TieId.of(String.valueOf(id)),
                        new TieEnd(
                                answers.text("reason").orElse(null),
                                answers.text("words").orElse(null))),
                "/organisation/team.xhtml?faces-redirect=true",
                "tie.ended");
    }
}
