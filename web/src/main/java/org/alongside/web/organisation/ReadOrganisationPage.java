package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.organisation.OrganisationService;
import org.alongside.organisation.OrganisationService.Suspension;
import org.alongside.organisation.OrganisationView;
import org.alongside.organisation.WorkerService;
import org.alongside.organisation.WorkerView;
import org.alongside.shared.OrganisationId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** One organisation: how it stands, its teams and its people; suspends it and lets it back. */
@Named
@RequestScoped
public class ReadOrganisationPage {
    @EJB
    private OrganisationService organisations;

    @EJB
    private WorkerService people;

    @Inject
    private Act act;

    @Inject
    @Param
    private String organisation;

    private final Answers answers = new Answers();
    private OrganisationView view;
    private List<WorkerView> workers;

    public OrganisationView getView() {
        if (view == null) {
            view = organisations.organisation(id());
        }
        return view;
    }

    public List<WorkerView> getWorkers() {
        if (workers == null) {
            workers = people.workers(id());
        }
        return workers;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String suspend() {
        return act(
                () -> organisations.suspend(
                        id(), new Suspension(answers.text("reason").orElse(null))),
                "administration.toast.suspended");
    }

    public String reinstate() {
        return act(() -> organisations.reinstate(id()), "administration.toast.reinstated");
    }

    public String addTeam() {
        return act(
                () -> organisations.addTeam(
                        id(),
                        new OrganisationService.NewTeam(
                                answers.text("name").orElse(null),
                                answers.text("reach").orElse(null))),
                "administration.toast.team");
    }

    private String act(Runnable doing, String said) {
        return act.perform(doing, "/organisation/one.xhtml?faces-redirect=true&organisation=" + organisation, said);
    }

    private OrganisationId id() {
        return OrganisationId.of(String.valueOf(organisation));
    }
}
