package org.alongside.workflows;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.alongside.shared.Refusal;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;

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

    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;

    RunningProcesses(ProcessEngine engine) {
        this.engine = engine;
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
    }

    /** Starts the process; refuses as stale where one runs already for this subject. */
    void start(String process, UUID subject, Map<String, Object> variables) {
        must(subject, process, () -> {
            boolean first = find(subject) == null;
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

    /** Ends the open task, one of {@code steps}, if there is one. */
    void completeIfWaiting(UUID subject, Map<String, Object> variables, String... steps) {
        alone(subject, () -> complete(subject, variables, steps));
    }

    /** Tells the step that waits for this message. */
    void mustTell(UUID subject, String message, Map<String, Object> variables) {
        must(subject, message, () -> tell(subject, message, variables));
    }

    /** Tells the step that waits for this message, if there is one. */
    void tellIfWaiting(UUID subject, String message, Map<String, Object> variables) {
        alone(subject, () -> tell(subject, message, variables));
    }

    /** Notes a code or an instant for the gateways that follow. */
    void mustNote(UUID subject, String variable, Object value) {
        must(subject, variable, () -> {
            Execution process = find(subject);
            if (process != null) {
                runtime.setVariable(process.getId(), variable, value);
            }
            return process != null;
        });
    }

    private boolean complete(UUID subject, Map<String, Object> variables, String... steps) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(subject.toString())
                .taskDefinitionKeyIn(steps)
                .list();
        open.forEach(task -> tasks.complete(task.getId(), variables));
        return !open.isEmpty();
    }

    private boolean tell(UUID subject, String message, Map<String, Object> variables) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(subject.toString())
                .messageEventSubscriptionName(message)
                .list();
        waiting.forEach(step -> runtime.messageEventReceived(message, step.getId(), variables));
        return !waiting.isEmpty();
    }

    private Execution find(UUID subject) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .singleResult();
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
