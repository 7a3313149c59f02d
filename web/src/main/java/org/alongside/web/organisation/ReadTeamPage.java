package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.alongside.organisation.TeamService;
import org.alongside.organisation.TeamService.TeamQuery;
import org.alongside.organisation.TeamView;
import org.alongside.organisation.TeamView.Absence;
import org.alongside.organisation.TeamView.Member;
import org.alongside.organisation.TeamView.TeamCase;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.Page;
import org.alongside.shared.WorkerId;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.omnifaces.cdi.Param;

/** A supervisor's teams: who works there with how much, who is away, and their cases. */
@Named
@RequestScoped
public class ReadTeamPage {
    @EJB
    private TeamService teams;

    @Inject
    private Dates dates;

    @Inject
    private Act act;

    @Inject
    @Param
    private String worker;

    @Inject
    @Param
    private String after;

    private TeamView team;
    private Page<TeamCase> cases;

    public TeamView getTeam() {
        if (team == null) {
            team = teams.team();
        }
        return team;
    }

    /** Their cases, of one alone where the address names somebody. */
    public Page<TeamCase> getCases() {
        if (cases == null) {
            cases = teams.cases(
                    new TeamQuery(worker == null || worker.isEmpty() ? null : WorkerId.of(worker), null, after));
        }
        return cases;
    }

    public String getWorker() {
        return worker;
    }

    /** Whether these are the cases that are due soonest. */
    public boolean isFirst() {
        return after == null;
    }

    /** Those who can be away and those who can cover: who works there by name and has not left. */
    public List<Member> getPresent() {
        return getTeam().members().stream().filter(member -> !member.hasLeft()).toList();
    }

    /** Whether somebody is away now. */
    public boolean away(UUID member) {
        return getTeam().absences().stream()
                .anyMatch(one ->
                        one.worker().value().equals(member) && !one.from().isAfter(dates.getNow()));
    }

    public boolean begun(Absence absence) {
        return !absence.from().isAfter(dates.getNow());
    }

    public String end(String absence) {
        return act.perform(
                () -> teams.endAbsence(AbsenceId.of(absence)),
                "/organisation/team.xhtml?faces-redirect=true",
                "administration.toast.back");
    }
}
