package org.alongside.workflows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.worklist.TaskGroup;
import org.alongside.worklist.TaskOffered;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;

/** Says of every task of every model that it begins to wait, in the transaction in which it does; the models know nothing of it. */
final class OfferedTasks extends AbstractBpmnParseListener {
    static final Set<String> URGENT = Set.of("EMERGENCY", "URGENT");

    private final Consumer<TaskOffered> told;

    OfferedTasks(Consumer<TaskOffered> told) {
        this.told = told;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::offered);
    }

    private void offered(DelegateTask task) {
        TaskEntity created = (TaskEntity) task;
        List<TaskGroup> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .sorted()
                .map(TaskGroup::of)
                .toList();
        told.accept(new TaskOffered(
                task.getId(),
                created.getProcessDefinition().getKey() + "." + task.getTaskDefinitionKey(),
                UUID.fromString(created.getProcessInstance().getBusinessKey()),
                groups,
                task.getVariable("urgency") instanceof String urgency && URGENT.contains(urgency)));
    }
}
