package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.organisation.NewWorker;
import org.alongside.organisation.WorkerService;
import org.alongside.shared.TeamId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Invites somebody to an organisation. */
@Named
@RequestScoped
public class InviteWorkerPage {
    @EJB
    private WorkerService workers;

    @Inject
    private ReadOrganisationPage page;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public String invite() {
        return act.perform(
                () -> workers.invite(page.getView().id(), worker(), null),
                "/organisation/one.xhtml?faces-redirect=true&organisation="
                        + page.getView().id(),
                "administration.toast.invited");
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
