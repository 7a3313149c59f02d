package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.transfer.ImportBegun;
import org.alongside.transfer.PackingAsked;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;

/** Starts what brings cases in or takes them out when a supervisor has chosen it, in the same transaction. */
@Dependent
public class TransferMoves {
    private final RuntimeService runtime;

    @Inject
    public TransferMoves(@OfTheHouse ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
    }

    void begun(@Observes ImportBegun event) {
        start("import", "importId", event.id().toString());
    }

    void asked(@Observes PackingAsked event) {
        start("export", "exportId", event.id().toString());
    }

    private void start(String process, String variable, String id) {
        runtime.startProcessInstanceByKey(process, id, Map.of(variable, id));
    }
}
