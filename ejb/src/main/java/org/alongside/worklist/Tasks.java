package org.alongside.worklist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.WorkerId;

/** Port to the engine: the tasks that wait for people. Callers are checked before it is asked. */
public interface Tasks {
    /**
     * Tasks claimed by the worker or offered to one of the groups, soonest due first, at most {@code limit}.
     *
     * @param groups organisation and role, written {@link TaskGroup#toString()}
     */
    List<EngineTask> waitingFor(WorkerId worker, List<TaskGroup> groups, int limit);

    /** Tasks offered to one of the groups that somebody else has claimed, soonest due first, at most {@code limit}. */
    List<EngineTask> takenByOthers(WorkerId worker, List<TaskGroup> groups, int limit);

    Optional<EngineTask> find(String taskId);

    /** Those of the tasks that nobody has taken yet, or that this worker has. */
    Set<String> stillFor(WorkerId worker, Set<String> taskIds);

    /** Those of the tasks that nobody has taken yet. */
    Set<String> untaken(Set<String> taskIds);

    /** Gives the task to the worker; refuses with {@code task-taken} if another one was faster. */
    void claim(String taskId, WorkerId worker);

    /** Offers the task again to its group. */
    void handBack(String taskId);

    /** Open tasks about one referral or case, for the journey's sentence "who is asked". */
    List<EngineTask> about(UUID subject);
}
