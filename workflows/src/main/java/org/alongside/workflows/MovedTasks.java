package org.alongside.workflows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.alongside.shared.OrganisationId;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.TaskGroup;
import org.alongside.worklist.TaskOffered;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Gives what one organisation is asked about a case to another: tasks that wait now, taken or not, and those that will. The
 * people who had taken one are asked no more, and the new ones are told as of any task that begins to wait.
 */
final class MovedTasks {
    /** The variables in which the models keep whose side of a case or referral the lead is. */
    private static final List<String> SIDES = List.of("lead", "sender");

    /** The house in which she lives, and whether she does; where there is none, who leads stands in for it. */
    static final String HOUSE = "house";

    static final String HOUSED = "housed";
    private static final List<String> SIDES_WITHOUT_HOUSE = List.of("lead", "sender", HOUSE);

    private final ProcessEngine engine;
    private final EngineTasks tasks;
    private final Consumer<TaskOffered> offered;

    MovedTasks(ProcessEngine engine, Consumer<TaskOffered> offered) {
        this.engine = engine;
        this.tasks = new EngineTasks(engine);
        this.offered = offered;
    }

    void move(Set<UUID> subjects, OrganisationId from, OrganisationId to) {
        for (UUID subject : subjects) {
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(subject.toString())
                    .list()
                    .forEach(process -> moveSides(process, from, to));
            tasks.about(subject).stream()
                    .filter(task -> task.offeredTo().stream()
                                    .anyMatch(group -> group.organisation().equals(from))
                            && isTheLeads(task))
                    .forEach(task -> move(task, from, to));
        }
    }

    /** Another house is asked from now on, or none, and then who leads stands in for it: what waits now and what will. */
    void houseIs(UUID subject, OrganisationId house, boolean hers) {
        var runtime = engine.getRuntimeService();
        for (ProcessInstance process : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .list()) {
            runtime.setVariable(process.getId(), HOUSE, house.toString());
            runtime.setVariable(process.getId(), HOUSED, hers);
        }
        for (EngineTask task : tasks.about(subject)) {
            List<TaskGroup> groups = asDrawn(task);
            if (!Set.copyOf(groups).equals(Set.copyOf(task.offeredTo()))) {
                offer(task, groups);
            }
        }
    }

    /** To whom the model offers it, with whose sides they are now. */
    private List<TaskGroup> asDrawn(EngineTask task) {
        var service = engine.getTaskService();
        return Stream.of(drawn(task).getCamundaCandidateGroups().split(","))
                .map(group -> group.strip().split("/"))
                .map(group -> new TaskGroup(
                        OrganisationId.of(
                                (String) service.getVariable(task.id(), group[0].substring(2, group[0].length() - 1))),
                        group[1]))
                .distinct()
                .toList();
    }

    private void moveSides(ProcessInstance process, OrganisationId from, OrganisationId to) {
        var runtime = engine.getRuntimeService();
        boolean standsIn = Boolean.FALSE.equals(runtime.getVariable(process.getId(), HOUSED));
        for (String side : standsIn ? SIDES_WITHOUT_HOUSE : SIDES) {
            if (from.toString().equals(runtime.getVariable(process.getId(), side))) {
                runtime.setVariable(process.getId(), side, to.toString());
            }
        }
    }

    /** Not all that the old lead is asked about a subject is the lead's: its model says to whose side it is offered. */
    private boolean isTheLeads(EngineTask task) {
        String groups = drawn(task).getCamundaCandidateGroups();
        return SIDES.stream().anyMatch(side -> groups.contains("${" + side + "}/"));
    }

    private UserTask drawn(EngineTask task) {
        Task waiting =
                engine.getTaskService().createTaskQuery().taskId(task.id()).singleResult();
        return engine.getRepositoryService()
                .getBpmnModelInstance(waiting.getProcessDefinitionId())
                .getModelElementById(waiting.getTaskDefinitionKey());
    }

    private void move(EngineTask task, OrganisationId from, OrganisationId to) {
        offer(
                task,
                task.offeredTo().stream()
                        .map(group -> group.organisation().equals(from) ? new TaskGroup(to, group.role()) : group)
                        .distinct()
                        .toList());
    }

    /** Offers what waits at one of these steps to these, and to nobody else; who is asked already is not asked again. */
    void offer(UUID subject, List<TaskGroup> groups, Set<String> kinds) {
        tasks.about(subject).stream()
                .filter(task -> kinds.contains(task.kind())
                        && !Set.copyOf(task.offeredTo()).equals(Set.copyOf(groups)))
                .forEach(task -> offer(task, groups));
    }

    private void offer(EngineTask task, List<TaskGroup> groups) {
        var service = engine.getTaskService();
        service.setAssignee(task.id(), null);
        task.offeredTo().stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> service.deleteCandidateGroup(task.id(), group.toString()));
        groups.stream()
                .filter(group -> !task.offeredTo().contains(group))
                .forEach(group -> service.addCandidateGroup(task.id(), group.toString()));
        boolean urgent = service.getVariable(task.id(), "urgency") instanceof String urgency
                && OfferedTasks.URGENT.contains(urgency);
        offered.accept(new TaskOffered(task.id(), task.kind(), task.subject(), groups, urgent));
    }
}
