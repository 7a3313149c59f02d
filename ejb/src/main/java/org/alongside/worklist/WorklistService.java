package org.alongside.worklist;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.IntFunction;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.shared.Refusal;

/** The door to My work: what waits for me and by when, claim it, hand it back. */
@Stateless
@PermitAll
public class WorklistService {
    private static final int MOST_SHOWN = 200;

    @Inject
    CallerContext callers;

    @Inject
    Instance<Tasks> tasks;

    @Inject
    WorkItems items;

    /** What waits for the caller, soonest due first, at most 200. */
    @Requires(Permission.READ_WORKLIST)
    public List<WorkItem> myWork() {
        Caller caller = callers.caller();
        List<TaskGroup> groups = groups(caller);
        return theirs(most -> tasks.get().waitingFor(caller.worker(), groups, most), caller, groups);
    }

    /** How much waits for the caller. */
    @Requires(Permission.READ_WORKLIST)
    public int countMyWork() {
        return myWork().size();
    }

    /** What colleagues have taken of what is offered to a supervisor too, to be handed back for them; nothing to all others. */
    @Requires(Permission.READ_WORKLIST)
    public List<WorkItem> takenByColleagues() {
        Caller caller = callers.caller();
        if (!supervises(caller)) {
            return List.of();
        }
        List<TaskGroup> groups = groups(caller);
        return theirs(most -> tasks.get().takenByOthers(caller.worker(), groups, most), caller, groups);
    }

    /** Takes a task that is offered to the caller; refuses {@code task-taken} where another was faster. */
    @Requires(Permission.READ_WORKLIST)
    public void claim(TaskId taskId) {
        WorkItem item = require(taskId);
        if (!item.claimable()) {
            throw Refusal.wrongState("task-taken");
        }
        tasks.get().claim(taskId.value(), callers.caller().worker());
    }

    /** Offers a task again to its group: one's own, or as a supervisor anybody's. */
    @Requires(Permission.READ_WORKLIST)
    public void handBack(TaskId taskId) {
        WorkItem item = require(taskId);
        Caller caller = callers.caller();
        if (!item.mine() && !supervises(caller)) {
            throw Refusal.notAllowed("not-your-task");
        }
        tasks.get().handBack(taskId.value());
    }

    /** Reads on until enough is found: what waits in files of colleagues must not crowd out what waits for the caller. */
    private List<WorkItem> theirs(IntFunction<List<EngineTask>> read, Caller caller, List<TaskGroup> groups) {
        for (int most = MOST_SHOWN; ; most *= 4) {
            List<EngineTask> waiting = read.apply(most);
            List<WorkItem> theirs = items.of(waiting, caller, groups);
            if (theirs.size() >= MOST_SHOWN || waiting.size() < most) {
                return theirs.subList(0, Math.min(theirs.size(), MOST_SHOWN));
            }
        }
    }

    private static boolean supervises(Caller caller) {
        return caller.has(Role.SUP) || caller.has(Role.SHM);
    }

    private WorkItem require(TaskId taskId) {
        Caller caller = callers.caller();
        List<TaskGroup> groups = groups(caller);
        EngineTask task = tasks.get().find(taskId.value()).orElseThrow(Refusal::notThere);
        boolean theirs = task.claimedBy().filter(caller.worker()::equals).isPresent()
                || task.offeredTo().stream().anyMatch(groups::contains);
        if (!theirs) {
            throw Refusal.notThere();
        }
        return items.of(List.of(task), caller, groups).stream().findFirst().orElseThrow(Refusal::notThere);
    }

    private static List<TaskGroup> groups(Caller caller) {
        return caller.roles().stream()
                .sorted()
                .map(role -> new TaskGroup(caller.organisation(), role.name()))
                .toList();
    }

    /** The engine's id of a task. */
    public record TaskId(String value) {}
}
