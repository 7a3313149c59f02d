package org.alongside.safety;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.safety.SafetyEvent.AlertsEnded;
import org.alongside.shared.AlertId;

/** Ends the alerts of a file that is closed, in the same transaction. */
@Dependent
public class AlertsOfClosedFiles {
    @Inject
    Alerts alerts;

    @Inject
    Event<SafetyEvent> events;

    void closed(@Observes CaseClosed event) {
        List<AlertId> ended = alerts.end(event.caseId());
        if (!ended.isEmpty()) {
            events.fire(new AlertsEnded(ended));
        }
    }
}
