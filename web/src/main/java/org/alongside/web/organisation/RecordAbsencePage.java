package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.organisation.TeamService;
import org.alongside.organisation.TeamService.NewAbsence;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** Records that somebody of the team is away and who covers. */
@Named
@RequestScoped
public class RecordAbsencePage {
    @EJB
    private TeamService teams;

    @Inject
    private ReadTeamPage page;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private Answers answers;

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("worker", page.getWorker());
        }
        return answers;
    }

    public String record() {
        try {
            teams.recordAbsence(new NewAbsence(
                    answers.text("worker").map(WorkerId::of).orElse(null),
                    answers.text("coveredBy").map(WorkerId::of).orElse(null),
                    OrganisationAnswers.day(answers, "from").orElse(null),
                    OrganisationAnswers.day(answers, "until").orElse(null)));
            toast.say("administration.toast.away");
            return "/organisation/team.xhtml?faces-redirect=true";
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }
}
