package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.organisation.OrganisationService;
import org.alongside.organisation.StillTheirs;
import org.alongside.organisation.WorkerService;
import org.alongside.organisation.WorkerView;
import org.alongside.shared.WorkerId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** One worker, for administrators: what they do here, how their login stands, and that they leave. */
@Named
@RequestScoped
public class ReadWorkerPage {
    @EJB
    private WorkerService workers;

    @EJB
    private OrganisationService organisations;

    @Inject
    private Act act;

    @Inject
    @Param
    private String worker;

    private Answers answers;
    private WorkerView view;
    private StillTheirs stillTheirs;

    public WorkerView getView() {
        if (view == null) {
            view = workers.worker(WorkerId.of(String.valueOf(worker)));
        }
        return view;
    }

    /** What is still theirs, in numbers alone. */
    public StillTheirs getStillTheirs() {
        if (stillTheirs == null) {
            stillTheirs = workers.stillTheirs(getView().id());
        }
        return stillTheirs;
    }

    public String getOrganisationName() {
        return organisations.organisation(getView().organisation()).name();
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("roles", getView().roles());
        }
        return answers;
    }

    public String changeRoles() {
        return act(() -> workers.changeRoles(getView().id(), answers.several("roles")), "administration.toast.roles");
    }

    public String leave() {
        return act(() -> workers.leave(getView().id()), "administration.toast.left");
    }

    public String tellAgain() {
        return act(() -> workers.tellAgain(getView().id()), "administration.toast.again");
    }

    private String act(Runnable doing, String said) {
        return act.perform(
                doing,
                "/organisation/worker.xhtml?faces-redirect=true&worker="
                        + getView().id(),
                said);
    }
}
