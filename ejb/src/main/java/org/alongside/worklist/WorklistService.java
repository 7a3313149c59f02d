package org.alongside.worklist;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.MeService.Me;
import org.alongside.access.Permission;
import org.alongside.access.Present;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.access.SignIn;
import org.alongside.access.Workers;
import org.alongside.emergency.OpenNow;
import org.alongside.referral.IncomingCount;
import org.alongside.shared.Check;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;

/** The door to My work: what waits for me and by when, claim it, hand it back. */
@Stateless
@PermitAll
public class WorklistService {
    /** How many are shown at once, and how far it is counted. */
    public static final int MOST_SHOWN = 200;

    private static final int FARTHEST = 10_000;

    @Inject
    CallerContext callers;

    @Inject
    Instance<Tasks> tasks;

    @Inject
    WorkItems items;

    @Inject
    Workers workers;

    @Inject
    IncomingCount incoming;

    @Inject
    AskedOfOthers asked;

    @Inject
    OpenNow emergencies;

    @Inject
    SignIn signIn;

    @Inject
    Event<Present> present;

    @Inject
    Event<TaskMoved> moved;

    /**
     * What waits for the caller, soonest due first, at most 200.
     *
     * @param behind how many of the soonest are left out, 0 to 10,000; refuses {@code behind-range}
     */
    @Requires(Permission.READ_WORKLIST)
    public List<WorkItem> myWork(int behind) {
        new Check()
                .that(behind >= 0 && behind <= FARTHEST, "behind", "behind-range", FARTHEST)
                .orRefuse();
        Caller caller = callers.caller();
        List<TaskGroup> groups = groups(caller);
        List<WorkItem> soonest = enough(
                behind + MOST_SHOWN,
                most -> tasks.get().waitingFor(caller.worker(), groups, most),
                waiting -> items.of(waiting, caller, groups));
        return soonest.subList(Math.min(behind, soonest.size()), soonest.size());
    }

    /** How much waits for the caller, counted as far as 200. */
    @Requires(Permission.READ_WORKLIST)
    public int countMyWork() {
        return count(callers.caller());
    }

    /**
     * Who calls and how much waits for them: what stands around every page, asked once and cheaply. It reads nothing of a
     * file, and so leaves no trace in the audit.
     */
    @Requires(Permission.READ_SELF)
    public Glance glance() {
        Caller caller = callers.caller();
        Me me = workers.me(caller);
        signIn.address().ifPresent(address -> present.fire(new Present(caller.worker(), address, me.locale())));
        return new Glance(
                me,
                caller.mayEver(Permission.READ_WORKLIST) ? Optional.of(count(caller)) : Optional.empty(),
                caller.mayEver(Permission.READ_INCOMING)
                        ? Optional.of(incoming.of(caller.organisation()))
                        : Optional.empty(),
                emergencies.ofCaller());
    }

    /** What colleagues have taken of what is offered to a supervisor too, to be handed back for them; nothing to all others. */
    @Requires(Permission.READ_WORKLIST)
    public List<WorkItem> takenByColleagues() {
        Caller caller = callers.caller();
        if (!supervises(caller)) {
            return List.of();
        }
        List<TaskGroup> groups = groups(caller);
        return enough(
                MOST_SHOWN,
                most -> tasks.get().takenByOthers(caller.worker(), groups, most),
                waiting -> items.of(waiting, caller, groups));
    }

    /** What the caller asked of others and waits for, soonest due first. */
    @Requires(Permission.READ_WORKLIST)
    public Page<Asked> waitingFor(AskedQuery query) {
        return asked.of(callers.caller(), query.cursor(), query.limit());
    }

    /** Takes a task that is offered to the caller; refuses {@code task-taken} where another was faster. */
    @Requires(Permission.READ_WORKLIST)
    public void claim(TaskId taskId) {
        WorkItem item = require(taskId);
        if (!item.claimable()) {
            throw Refusal.wrongState("task-taken");
        }
        tasks.get().claim(taskId.value(), callers.caller().worker());
        moved.fire(new TaskMoved(item.task().offeredTo()));
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
        moved.fire(new TaskMoved(item.task().offeredTo()));
    }

    private int count(Caller caller) {
        List<TaskGroup> groups = groups(caller);
        return enough(MOST_SHOWN, most -> tasks.get().waitingFor(caller.worker(), groups, most), items::ofTheReader)
                .size();
    }

    /** Reads on until enough is found: what waits in files of colleagues must not crowd out what waits for the caller. */
    private static <T> List<T> enough(
            int wanted, IntFunction<List<EngineTask>> read, Function<List<EngineTask>, List<T>> keep) {
        for (int most = wanted; ; most *= 4) {
            List<EngineTask> waiting = read.apply(most);
            List<T> theirs = keep.apply(waiting);
            if (theirs.size() >= wanted || waiting.size() < most) {
                return theirs.subList(0, Math.min(theirs.size(), wanted));
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

    /**
     * What stands around every page.
     *
     * @param work how many tasks wait for the caller, at most 200; absent where none ever can
     * @param incoming how many cards wait at the caller's organisation whose clock runs; absent where none are received
     * @param emergencies the files that the caller has open in an emergency now
     */
    public record Glance(
            Me me, Optional<Integer> work, Optional<Long> incoming, List<OpenNow.OpenAccess> emergencies) {}

    /** Where to go on in the list, and how many rows, 1 to 100. */
    public record AskedQuery(String cursor, int limit) {}

    /** The engine's id of a task. */
    public record TaskId(String value) {}
}
