package org.alongside.workflows;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.alongside.shared.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The first rung (DOMAIN 5.4): whoever is asked is reminded when a quarter of their time is left, of every task of the watched
 * processes that has a time and whose model says nothing else.
 */
final class Reminders extends AbstractBpmnParseListener {
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
        if (EngineOverlooked.WATCHED.contains(process) || EngineOverlooked.UNTOLD.contains(process)) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, Reminders::remind);
        }
    }

    private static void remind(DelegateTask task) {
        Instant now = Clock.get().instant();
        if (task.getDueDate() != null
                && task.getFollowUpDate() == null
                && task.getDueDate().toInstant().isAfter(now)) {
            Duration left = Duration.between(now, task.getDueDate().toInstant());
            task.setFollowUpDate(Date.from(now.plus(left.multipliedBy(3).dividedBy(4))));
        }
    }
}
