package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.Clock;
import org.alongside.shared.Id;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.TaskGroup;
import org.alongside.worklist.Tasks;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;

/** The tasks of the engine that wait for people. */
@Dependent
public class EngineTasks implements Tasks {
    private static final String TASK = """
            select t.id_, d.key_ || '.' || t.task_def_key_ as kind, p.business_key_, t.create_time_, t.due_date_,
                   t.follow_up_date_, t.assignee_,
                   array(select l.group_id_ from engine.act_ru_identitylink l
                          where l.task_id_ = t.id_ and l.type_ = 'candidate' order by l.group_id_) as groups
              from engine.act_ru_task t
              join engine.act_ru_execution p on p.id_ = t.proc_inst_id_
              join engine.act_re_procdef d on d.id_ = t.proc_def_id_
            """;

    /** Mine, and what nobody took yet of what is offered to my groups. */
    private static final String WAITING = """
             where t.id_ in (select m.id_ from engine.act_ru_task m where m.assignee_ = ?
                             union
                             select l.task_id_ from engine.act_ru_identitylink l
                              where l.group_id_ = any (?) and l.type_ = 'candidate')
               and (t.assignee_ is null or t.assignee_ = ?)
            """;

    private static final String TAKEN = """
             where t.id_ in (select l.task_id_ from engine.act_ru_identitylink l
                              where l.group_id_ = any (?) and l.type_ = 'candidate')
               and t.assignee_ is not null and t.assignee_ <> ?
            """;

    private static final String OPEN = "select t.id_ from engine.act_ru_task t where t.id_ = any (?)";

    private static final String SOONEST_FIRST = " order by t.due_date_ nulls last, t.create_time_, t.id_";

    private final EngineTables tables;
    private final ProcessEngine engine;

    @Inject
    public EngineTasks(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
        this.tables = new EngineTables(engine);
    }

    @Override
    public List<EngineTask> waitingFor(WorkerId worker, List<TaskGroup> groups, int limit) {
        return tables.read(
                TASK + WAITING + SOONEST_FIRST + " limit ?",
                EngineTasks::task,
                worker.toString(),
                texts(groups),
                worker.toString(),
                limit);
    }

    @Override
    public List<EngineTask> takenByOthers(WorkerId worker, List<TaskGroup> groups, int limit) {
        return tables.read(
                TASK + TAKEN + SOONEST_FIRST + " limit ?", EngineTasks::task, texts(groups), worker.toString(), limit);
    }

    @Override
    public Optional<EngineTask> find(String taskId) {
        return tables.read(TASK + " where t.id_ = ?", EngineTasks::task, taskId).stream()
                .findFirst();
    }

    @Override
    public Set<String> stillFor(WorkerId worker, Set<String> taskIds) {
        return new HashSet<>(tables.read(
                OPEN + " and (t.assignee_ is null or t.assignee_ = ?)",
                row -> row.getString(1),
                taskIds.toArray(String[]::new),
                worker.toString()));
    }

    @Override
    public Set<String> untaken(Set<String> taskIds) {
        return new HashSet<>(tables.read(
                OPEN + " and t.assignee_ is null", row -> row.getString(1), (Object) taskIds.toArray(String[]::new)));
    }

    @Override
    public List<EngineTask> about(UUID subject) {
        return tables.read(TASK + " where p.business_key_ = ?" + SOONEST_FIRST, EngineTasks::task, subject.toString());
    }

    @Override
    public void claim(String taskId, WorkerId worker) {
        find(taskId).orElseThrow(Refusal::notThere);
        try {
            engine.getTaskService().claim(taskId, worker.toString());
        } catch (TaskAlreadyClaimedException | OptimisticLockingException faster) {
            throw Refusal.wrongState("task-taken");
        } catch (NullValueException done) {
            throw Refusal.notThere();
        }
    }

    @Override
    public void handBack(String taskId) {
        find(taskId).orElseThrow(Refusal::notThere);
        offerAgain(taskId);
    }

    private void offerAgain(String taskId) {
        try {
            engine.getTaskService().setAssignee(taskId, null);
        } catch (NullValueException done) {
            throw Refusal.notThere();
        } catch (OptimisticLockingException faster) {
            throw Refusal.stale("changed-meanwhile");
        }
    }

    /** Offers again what the worker has taken of these cases and referrals. */
    void handBack(WorkerId worker, Set<Id> subjects) {
        String[] keys = subjects.stream().map(Id::toString).toArray(String[]::new);
        tables.read(
                        TASK + " where t.assignee_ = ? and p.business_key_ = any (?)",
                        EngineTasks::task,
                        worker.toString(),
                        keys)
                .forEach(task -> offerAgain(task.id()));
    }

    /** Offers again everything that the worker has taken. */
    void handBackAll(WorkerId worker) {
        engine.getTaskService()
                .createTaskQuery()
                .taskAssignee(worker.toString())
                .list()
                .forEach(task -> engine.getTaskService().setAssignee(task.getId(), null));
    }

    private static EngineTask task(ResultSet row) throws SQLException {
        var remindAt = EngineTables.instant(row, "follow_up_date_");
        return new EngineTask(
                row.getString("id_"),
                row.getString("kind"),
                UUID.fromString(row.getString("business_key_")),
                EngineTables.instant(row, "create_time_").orElseThrow(),
                EngineTables.instant(row, "due_date_"),
                Optional.ofNullable(row.getString("assignee_")).map(WorkerId::of),
                Arrays.stream((String[]) row.getArray("groups").getArray())
                        .map(TaskGroup::of)
                        .toList(),
                remindAt.map(at -> !at.isAfter(Clock.get().instant())).orElse(false));
    }

    private static String[] texts(List<TaskGroup> groups) {
        return groups.stream().map(TaskGroup::toString).toArray(String[]::new);
    }
}
