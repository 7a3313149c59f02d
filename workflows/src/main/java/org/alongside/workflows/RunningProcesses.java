package org.alongside.workflows;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.shared.Refusal;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
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

    private final RuntimeService runtime;
    private final TaskService tasks;

    RunningProcesses(ProcessEngine engine) {
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
    }

    /** Starts the process; refuses as stale where one runs already for this subject. */
    void start(String process, UUID subject, Map<String, Object> variables) {
        if (find(subject) != null) {
            throw nothingWaits(subject, process);
        }
        runtime.startProcessInstanceByKey(process, subject.toString(), variables);
    }

    /** Ends the open task, one of {@code steps}. */
    void mustComplete(UUID subject, Map<String, Object> variables, String... steps) {
        if (!completeIfWaiting(subject, variables, steps)) {
            throw nothingWaits(subject, String.join(" or ", steps));
        }
    }

    /** Ends the open task, one of {@code steps}, if there is one. */
    boolean completeIfWaiting(UUID subject, Map<String, Object> variables, String... steps) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(subject.toString())
                .taskDefinitionKeyIn(steps)
                .list();
        open.forEach(task -> move(() -> tasks.complete(task.getId(), variables)));
        return !open.isEmpty();
    }

    /** Tells the step that waits for this message. */
    void mustTell(UUID subject, String message, Map<String, Object> variables) {
        if (!tellIfWaiting(subject, message, variables)) {
            throw nothingWaits(subject, message);
        }
    }

    /** Tells the step that waits for this message, if there is one. */
    boolean tellIfWaiting(UUID subject, String message, Map<String, Object> variables) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(subject.toString())
                .messageEventSubscriptionName(message)
                .list();
        waiting.forEach(step -> move(() -> runtime.messageEventReceived(message, step.getId(), variables)));
        return !waiting.isEmpty();
    }

    /** Notes a code or an instant for the gateways that follow. */
    void mustNote(UUID subject, String variable, Object value) {
        Execution process = find(subject);
        if (process == null) {
            throw nothingWaits(subject, variable);
        }
        move(() -> runtime.setVariable(process.getId(), variable, value));
    }

    private Execution find(UUID subject) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .singleResult();
    }

    private static void move(Runnable step) {
        try {
            step.run();
        } catch (OptimisticLockingException | NullValueException faster) {
            throw changedMeanwhile();
        }
    }

    private static Refusal nothingWaits(UUID subject, String step) {
        LOG.log(Level.WARNING, "No step {0} waits in the process of {1}", step, subject);
        return changedMeanwhile();
    }

    private static Refusal changedMeanwhile() {
        return Refusal.stale("changed-meanwhile");
    }
}
