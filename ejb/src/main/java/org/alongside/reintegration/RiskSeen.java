package org.alongside.reintegration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.alongside.reintegration.ReintegrationEvent.ReturnRiskAssessed;
import org.alongside.safety.RiskSet;

/** Sees in the same transaction that her risk was assessed since she decided: nobody is asked for it any more. */
@ApplicationScoped
class RiskSeen {
    @Inject
    Reintegrations reintegrations;

    @Inject
    Event<ReintegrationEvent> events;

    void set(@Observes RiskSet set) {
        reintegrations
                .beforeLeaving(set.caseId())
                .filter(id -> !reintegrations.missing(id).contains("RISK_NOT_ASSESSED"))
                .ifPresent(id -> events.fire(new ReturnRiskAssessed(id)));
    }
}
