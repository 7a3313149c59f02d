package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.alongside.access.SystemIdentity;
import org.alongside.account.Accounts.Trouble;
import org.alongside.organisation.TeamService;
import org.alongside.organisation.WorkerService;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.WorkerId;

/** What {@code login.bpmn} and {@code absence.bpmn} ask for. */
@Dependent
public class StaffProcess implements ProcessBean {
    private final WorkerService workers;
    private final TeamService teams;
    private final EngineTasks tasks;
    private final SystemWork system;

    @Inject
    public StaffProcess(WorkerService workers, TeamService teams, EngineTasks tasks, SystemIdentity identity) {
        this.workers = workers;
        this.teams = teams;
        this.tasks = tasks;
        this.system = new SystemWork(identity);
    }

    /** Offers again what the worker has taken: what they do here has changed. */
    public void offerAgain(String worker) {
        tasks.handBackAll(WorkerId.of(worker));
    }

    /**
     * Tells the identity provider of the worker.
     *
     * @throws Trouble where trying again may help; anything else is written down and waits for an administrator
     */
    public void tellSignIn(String worker) {
        Optional<Trouble.Kind> trouble = system.call(() -> workers.settle(WorkerId.of(worker)));
        trouble.filter(Trouble.Kind::passes).ifPresent(kind -> {
            throw new Trouble(kind);
        });
    }

    /** Offers again what the absent one has taken, if they still are to be away. */
    public void returnTasks(String absence) {
        system.call(() -> teams.away(AbsenceId.of(absence))).ifPresent(tasks::handBackAll);
    }
}
