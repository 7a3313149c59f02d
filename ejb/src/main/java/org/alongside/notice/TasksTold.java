package org.alongside.notice;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.Clock;
import org.alongside.shared.Sql;
import org.alongside.worklist.TaskGroup;
import org.alongside.worklist.TaskMoved;
import org.alongside.worklist.TaskOffered;

/** Keeps that people are to be told of a task, in the transaction in which it begins to wait: there is never one without the other. */
@Dependent
class TasksTold {
    @PersistenceContext
    EntityManager em;

    void offered(@Observes TaskOffered task) {
        Sql.of(em, """
                        insert into task_offer (offer_id, task_id, subject, about_card, groups, urgent, offered_at, offered_by)
                        values (:id, :task, :subject, :card, :groups, :urgent, :now, caller_worker())
                        """)
                .with("id", UUID.randomUUID())
                .with("task", task.task())
                .with("subject", task.subject())
                .with("card", task.aboutCard())
                .with("groups", task.groups().stream().map(TaskGroup::toString).toList())
                .with("urgent", task.urgent())
                .with("now", Clock.get().instant())
                .change();
        tell(task.groups());
    }

    void moved(@Observes TaskMoved task) {
        tell(task.groups());
    }

    private void tell(List<TaskGroup> groups) {
        Sql.of(em, "select count(pg_notify('alongside', payload)) from unnest(:payloads) payload")
                .with("payloads", groups.stream().map(Change::of).toList())
                .run();
    }
}
