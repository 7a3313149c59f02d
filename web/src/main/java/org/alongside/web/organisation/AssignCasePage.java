package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.organisation.TeamService;
import org.alongside.organisation.TeamService.NewAssignment;
import org.alongside.organisation.TeamService.TeamQuery;
import org.alongside.organisation.TeamView.Member;
import org.alongside.organisation.TeamView.TeamCase;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.tie.TeamTieService;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Gives a case of the team to somebody else of it. */
@Named
@RequestScoped
public class AssignCasePage {
    @EJB
    private TeamService teams;

    @EJB
    private TeamTieService ties;

    @Inject
    private ReadTeamPage page;

    @Inject
    private Act act;

    @Inject
    @Param(name = "case")
    private String caseId;

    @Inject
    @Param
    private String referral;

    private final Answers answers = new Answers();
    private TeamCase work;
    private List<Member> colleagues;

    public TeamCase getWork() {
        if (work == null) {
            CaseId id = CaseId.of(String.valueOf(caseId));
            work = teams.cases(new TeamQuery(null, id, null)).items().stream()
                    .filter(one -> one.id().equals(id) && one.referral().equals(referral()))
                    .findFirst()
                    .orElseThrow(Refusal::notThere);
        }
        return work;
    }

    /** Those of the team who could take it over: nobody who knows the survivor. */
    public List<Member> getColleagues() {
        if (colleagues == null) {
            Set<WorkerId> tied = ties.tiedTo(getWork().id());
            colleagues = page.getPresent().stream()
                    .filter(member -> member.reach().equals("PERSON")
                            && !member.id().equals(getWork().worker())
                            && !tied.contains(member.id()))
                    .toList();
        }
        return colleagues;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String assign() {
        return act.perform(
                () -> teams.assign(
                        CaseId.of(String.valueOf(caseId)),
                        new NewAssignment(
                                answers.text("worker").map(WorkerId::of).orElse(null),
                                referral().orElse(null))),
                "/organisation/team.xhtml?faces-redirect=true",
                "administration.toast.assigned");
    }

    private Optional<ReferralId> referral() {
        return Optional.ofNullable(referral).filter(text -> !text.isEmpty()).map(ReferralId::of);
    }
}
