package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.organisation.Departure;
import org.alongside.organisation.DepartureService;
import org.alongside.organisation.DepartureService.Leaver;
import org.alongside.organisation.DepartureService.NewDeparture;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.alongside.worklist.WorkItem;
import org.alongside.worklist.WorklistService;
import org.omnifaces.cdi.Param;

/** Everything that somebody of the team has in hand, and a colleague who takes it over, case by case or all at once. */
@Named
@RequestScoped
public class HandOverWorkPage {
    @EJB
    private DepartureService departures;

    @EJB
    private WorklistService worklist;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    @Inject
    @Param
    private String worker;

    private final Answers answers = new Answers();
    private Departure view;
    private List<WorkItem> taken;

    public Departure getView() {
        if (view == null) {
            view = departures.read(new Leaver(WorkerId.of(String.valueOf(worker))));
        }
        return view;
    }

    /** What they have taken to do, as far as the reader could do it as well. */
    public List<WorkItem> getTaken() {
        if (taken == null) {
            taken = worklist.takenByColleagues().stream()
                    .filter(item -> item.task()
                            .claimedBy()
                            .filter(getView().worker()::equals)
                            .isPresent())
                    .toList();
        }
        return taken;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String all() {
        return handOver(null);
    }

    public String one(String caseId) {
        return handOver(CaseId.of(caseId));
    }

    private String handOver(CaseId caseId) {
        try {
            Departure left = departures
                    .handOver(
                            new Leaver(getView().worker()),
                            new NewDeparture(
                                    answers.text("to").map(WorkerId::of).orElse(null), caseId))
                    .content();
            toast.say("administration.handOver.toast." + (caseId != null ? "one" : left.done() ? "all" : "some"));
            return "/organisation/hand-over.xhtml?faces-redirect=true&worker="
                    + getView().worker();
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }
}
