package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Date;
import org.alongside.access.SystemIdentity;
import org.alongside.handover.HandoverService;
import org.alongside.shared.HandoverId;

/** What {@code handover.bpmn} asks for. */
@Dependent
public class HandoverProcess implements ProcessBean {
    private final HandoverService handovers;
    private final SystemWork system;

    @Inject
    public HandoverProcess(HandoverService handovers, SystemIdentity identity) {
        this.handovers = handovers;
        this.system = new SystemWork(identity);
    }

    /** Ends an offer that nobody answered; answers by when the old lead is asked what is next. */
    public Date expire(String handoverId) {
        return system.call(() -> handovers.expire(HandoverId.of(handoverId)))
                .map(EngineTime::notBefore)
                .orElse(null);
    }
}
