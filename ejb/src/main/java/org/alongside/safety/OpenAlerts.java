package org.alongside.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.safety.SafetyEvent.AlertsEnded;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;

/**
 * The alerts of a file about which somebody is still asked, for what raises and ends them by itself: closing the file ends them, and who is
 * missing is an alert until she is found.
 */
@ApplicationScoped
public class OpenAlerts {
    @Inject
    Alerts alerts;

    @Inject
    Raising raising;

    @Inject
    SafetyPlans plans;

    @Inject
    Event<SafetyEvent> events;

    /** Raises one without a word: whoever is on call is told as of any other. */
    public AlertId raise(CaseId caseId, String type, Caller caller) {
        AlertId id = AlertId.random();
        raising.raise(id, caseId, new NewAlert(type, false, null), caller);
        return id;
    }

    /** Raises one that a page named, without a word of what is behind it; as urgent as can be where she is in danger now. */
    public AlertId raise(AlertId id, CaseId caseId, String type, boolean inDanger, Caller caller) {
        raising.raise(id, caseId, new NewAlert(type, inDanger, null), caller);
        return id;
    }

    /** What it was about is over, as was written down already: nobody is asked any more. */
    public void over(AlertId alert) {
        events.fire(new AlertsEnded(List.of(alert)));
    }

    /** What her safety plan says is to be done when she is missing, for those who may read it. */
    public Optional<String> ifMissing(CaseId caseId) {
        return plans.minimum(caseId).flatMap(SafetyView.PlanMinimum::ifMissing);
    }

    /** How many nobody has seen to yet, of those that the caller may know. */
    public int count(CaseId caseId) {
        return alerts.open(caseId);
    }

    /** Whether one was raised since then that nobody has seen to yet, of those that the caller may know. */
    public boolean raisedSince(CaseId caseId, Instant then) {
        return alerts.raisedSince(caseId, then);
    }

    /** Ends them, once the file is closed: nobody is asked any more. */
    public void end(CaseId caseId) {
        List<AlertId> ended = alerts.end(caseId);
        if (!ended.isEmpty()) {
            events.fire(new AlertsEnded(ended));
        }
    }
}
