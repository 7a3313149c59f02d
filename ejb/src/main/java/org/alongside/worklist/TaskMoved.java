package org.alongside.worklist;

import java.util.List;

/** A task was taken by one of those to whom it is offered, or handed back to them. */
public record TaskMoved(List<TaskGroup> groups) {
    public TaskMoved {
        groups = List.copyOf(groups);
    }
}
