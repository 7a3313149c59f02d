package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.alongside.access.SystemIdentity;
import org.alongside.casefile.RetentionService;

/** What {@code retention.bpmn} asks for. */
@Dependent
public class RetentionProcess implements ProcessBean {
    private final RetentionService retention;
    private final SystemWork system;

    @Inject
    public RetentionProcess(RetentionService retention, SystemIdentity identity) {
        this.retention = retention;
        this.system = new SystemWork(identity);
    }

    /** Removes what may not be kept any longer. */
    public void purge() {
        system.run(retention::purge);
    }
}
