package org.alongside.workflows;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.alongside.shared.Refusal;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Starts and moves the process of one referral or case, inside the transaction of the act that it follows.
 *
 * <p>{@code mustX} refuses as stale where no step waits for the act: then somebody was faster, and the person's own act
 * is rolled back with it, so that domain and engine never part. {@code xIfWaiting} is for acts after which nothing waits
 * either way.
 *
 * <p>It asks before it tells: an exception of the engine would mark the whole transaction for rollback.
 */
final class RunningProcesses {
    private static final Logger LOG = System.getLogger(RunningProcesses.class.getName());

    /** By key and in one small statement each: the engine's own queries cost more than the steps that they look for. */
    private static final String PROCESS =
            "select p.id_ from engine.act_ru_execution p where p.business_key_ = ? and p.parent_id_ is null";

    private static final String OPEN_TASKS = """
            select t.id_ from engine.act_ru_execution p join engine.act_ru_task t on t.proc_inst_id_ = p.id_
             where p.business_key_ = ? and p.parent_id_ is null and t.task_def_key_ = any (?)
            """;

    private static final String WAITING_STEPS = """
            select s.execution_id_ from engine.act_ru_execution p
              join engine.act_ru_execution e on e.proc_inst_id_ = p.id_
              join engine.act_ru_event_subscr s on s.execution_id_ = e.id_
             where p.business_key_ = ? and p.parent_id_ is null and s.event_type_ = 'message' and s.event_name_ = ?
            """;

    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;

    RunningProcesses(ProcessEngine engine) {
        this.engine = engine;
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
    }

    /** Whether one runs for this subject. */
    boolean runs(UUID subject) {
        return alone(subject, () -> find(subject).isPresent());
    }

    /** Starts the process; refuses as stale where one runs already for this subject. */
    void start(String process, UUID subject, Map<String, Object> variables) {
        must(subject, process, () -> {
            boolean first = find(subject).isEmpty();
            if (first) {
                runtime.startProcessInstanceByKey(process, subject.toString(), variables);
            }
            return first;
        });
    }

    /** Ends the open task, one of {@code steps}. */
    void mustComplete(UUID subject, Map<String, Object> variables, String... steps) {
        must(subject, String.join(" or ", steps), () -> complete(subject, variables, steps));
    }

    /** Ends the open task, one of {@code steps}, if there is one; answers whether there was. */
    boolean completeIfWaiting(UUID subject, Map<String, Object> variables, String... steps) {
        return alone(subject, () -> complete(subject, variables, steps));
    }

    /** Tells the step that waits for this message. */
    void mustTell(UUID subject, String message, Map<String, Object> variables) {
        must(subject, message, () -> tell(subject, message, variables));
    }

    /** Tells the step that waits for this message, if there is one; answers whether there was. */
    boolean tellIfWaiting(UUID subject, String message, Map<String, Object> variables) {
        return alone(subject, () -> tell(subject, message, variables));
    }

    /** Ends the process, if one runs, with all that it still asks. */
    void end(UUID subject, String why) {
        alone(subject, () -> {
            Optional<String> process = find(subject);
            process.ifPresent(id -> runtime.deleteProcessInstance(id, why));
            return process.isPresent();
        });
    }

    /** Notes a code or an instant for the gateways that follow. */
    void mustNote(UUID subject, String variable, Object value) {
        must(subject, variable, () -> {
            Optional<String> process = find(subject);
            process.ifPresent(id -> runtime.setVariable(id, variable, value));
            return process.isPresent();
        });
    }

    private boolean complete(UUID subject, Map<String, Object> variables, String... steps) {
        List<String> open = ids(OPEN_TASKS, subject, (Object) steps);
        open.forEach(task -> tasks.complete(task, variables));
        return !open.isEmpty();
    }

    private boolean tell(UUID subject, String message, Map<String, Object> variables) {
        List<String> waiting = ids(WAITING_STEPS, subject, message);
        waiting.forEach(step -> runtime.messageEventReceived(message, step, variables));
        return !waiting.isEmpty();
    }

    private Optional<String> find(UUID subject) {
        return ids(PROCESS, subject).stream().findFirst();
    }

    private List<String> ids(String sql, UUID subject, Object... more) {
        Object[] values =
                Stream.concat(Stream.of(subject.toString()), Stream.of(more)).toArray();
        return EngineTables.read(Context.getCommandContext(), sql, row -> row.getString(1), values);
    }

    private void must(UUID subject, String step, BooleanSupplier move) {
        if (!alone(subject, move)) {
            LOG.log(Level.WARNING, "No step {0} waits in the process of {1}", step, subject);
            throw changedMeanwhile();
        }
    }

    private boolean alone(UUID subject, BooleanSupplier move) {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        try {
            return settings.getCommandExecutorTxRequired().execute(context -> {
                if (!OneAtATime.entersProcessOf(context, subject.toString())) {
                    throw changedMeanwhile();
                }
                return move.getAsBoolean();
            });
        } catch (OptimisticLockingException | NullValueException faster) {
            throw changedMeanwhile();
        }
    }

    private static Refusal changedMeanwhile() {
        return Refusal.stale("changed-meanwhile");
    }
}
