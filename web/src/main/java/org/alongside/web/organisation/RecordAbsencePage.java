package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.organisation.TeamService;
import org.alongside.organisation.TeamService.NewAbsence;
import org.alongside.shared.WorkerId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Records that somebody of the team is away and who covers. */
@Named
@RequestScoped
public class RecordAbsencePage {
    @EJB
    private TeamService teams;

    @Inject
    private ReadTeamPage page;

    @Inject
    private Act act;

    private Answers answers;

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("worker", page.getWorker());
        }
        return answers;
    }

    public String record() {
        return act.perform(
                () -> teams.recordAbsence(new NewAbsence(
                        answers.text("worker").map(WorkerId::of).orElse(null),
                        answers.text("coveredBy").map(WorkerId::of).orElse(null),
                        answers.day("from").orElse(null),
                        answers.day("until").orElse(null))),
                "/organisation/team.xhtml?faces-redirect=true",
                "administration.toast.away");
    }
}
