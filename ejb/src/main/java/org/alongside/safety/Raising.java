package org.alongside.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import org.alongside.access.Caller;
import org.alongside.safety.SafetyEvent.AlertRaised;
import org.alongside.safety.SafetyTables.AlertClock;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;

/** Raises an alert with the clocks of its severity. */
@ApplicationScoped
class Raising {
    @Inject
    Alerts alerts;

    @Inject
    Instance<SafetyTables> tables;

    @Inject
    Event<SafetyEvent> events;

    void raise(AlertId id, CaseId caseId, NewAlert alert, Caller caller) {
        String severity = alert.inDanger() ? NewAlert.CRITICAL : alerts.severityOf(alert.type());
        AlertClock clock = tables.get().clockOf(severity);
        Instant now = caller.now();
        Alerts.Times times = new Alerts.Times(
                now.plus(clock.answerWithin()), now.plus(clock.coordinatorAfter()), now.plus(clock.settleWithin()));
        OrganisationId lead = alerts.raise(id, caseId, alert, severity, times);
        events.fire(new AlertRaised(
                id,
                lead,
                severity,
                now.plus(clock.remindAfter()),
                times.answerBy(),
                times.coordinatorAt(),
                times.settleBy()));
    }
}
