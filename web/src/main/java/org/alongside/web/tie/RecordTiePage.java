package org.alongside.web.tie;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.organisation.TeamView.Member;
import org.alongside.shared.WorkerId;
import org.alongside.tie.RecordedTie;
import org.alongside.tie.TeamTieService;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.organisation.ReadTeamPage;

/** A supervisor records that somebody of the team knows the survivor. */
@Named
@RequestScoped
public class RecordTiePage {
    @EJB
    private TeamTieService ties;

    @Inject
    private ReadCasePage page;

    @Inject
    private ReadTeamPage team;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private Set<WorkerId> tied;

    /** Those of the team to whom the file is not closed yet, each once. */
    public List<Member> getPeople() {
        return team.getPresent().stream()
                .filter(member -> !getTied().contains(member.id()))
                .collect(Collectors.toMap(Member::id, one -> one, (one, again) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Who of the team may not work on the file. */
    public Set<WorkerId> getTied() {
        if (tied == null) {
            tied = ties.tiedTo(page.getId());
        }
        return tied;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String record() {
        return act.perform(
                () -> ties.record(
                        page.getId(),
                        new RecordedTie(
                                answers.text("worker").map(WorkerId::of).orElse(null),
                                answers.text("tie").orElse(null))),
                "/organisation/team.xhtml?faces-redirect=true",
                "tie.recorded");
    }
}
