package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.organisation.NewWorker;
import org.alongside.organisation.WorkerService;
import org.alongside.shared.Refusal;
import org.alongside.shared.TeamId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** Invites somebody to an organisation. */
@Named
@RequestScoped
public class InviteWorkerPage {
    @EJB
    private WorkerService workers;

    @Inject
    private ReadOrganisationPage page;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public String invite() {
        try {
            workers.invite(page.getView().id(), worker(), null);
            toast.say("administration.toast.invited");
            return "/organisation/one.xhtml?faces-redirect=true&organisation="
                    + page.getView().id();
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    private NewWorker worker() {
        return new NewWorker(
                answers.text("name").orElse(null),
                answers.text("username").orElse(null),
                answers.text("email").orElse(null),
                answers.several("roles"),
                answers.text("team").map(TeamId::of).orElse(null),
                answers.text("language").orElse(null));
    }
}
