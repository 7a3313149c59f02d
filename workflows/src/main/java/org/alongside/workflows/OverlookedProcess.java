package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.alongside.access.SystemIdentity;
import org.alongside.worklist.OverlookedService;

/** What {@code overlooked-watch.bpmn} asks for. */
@Dependent
public class OverlookedProcess implements ProcessBean {
    private final OverlookedService overlooked;
    private final SystemWork system;

    @Inject
    public OverlookedProcess(OverlookedService overlooked, SystemIdentity identity) {
        this.overlooked = overlooked;
        this.system = new SystemWork(identity);
    }

    /** Looks what is left undone. */
    public void look() {
        system.run(overlooked::look);
    }
}
