package org.alongside.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.safety.SafetyEvent.AlertsEnded;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;

/** The alerts of a file about which somebody is still asked; closing the file ends them in the same transaction. */
@ApplicationScoped
public class OpenAlerts {
    @Inject
    Alerts alerts;

    @Inject
    Event<SafetyEvent> events;

    /** Ends them, once the file is closed: nobody is asked any more. */
    public void end(CaseId caseId) {
        List<AlertId> ended = alerts.end(caseId);
        if (!ended.isEmpty()) {
            events.fire(new AlertsEnded(ended));
        }
    }
}
