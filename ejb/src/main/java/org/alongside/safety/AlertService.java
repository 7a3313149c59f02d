package org.alongside.safety;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.safety.SafetyEvent.AlertAcknowledged;
import org.alongside.safety.SafetyEvent.AlertSettled;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;

/** The door to alerts: raise, see to it, and write down what was done. */
@Stateless
@PermitAll
public class AlertService {
    @Inject
    CallerContext callers;

    @Inject
    Alerts alerts;

    @Inject
    Raising raising;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    Event<SafetyEvent> events;

    /**
     * Says that something is wrong; whoever has the file may. Who leads is asked, and whoever is on call there is told at once of what is
     * urgent.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RAISE_ALERT)
    public AlertId raise(CaseId caseId, NewAlert alert, String key) {
        Caller caller = callers.caller();
        Fields.require(alert, codes);
        AlertId id = AlertId.random();
        return once.perform(key, "ALERT " + caseId, alert, id.value(), caller)
                .map(AlertId::new)
                .orElseGet(() -> {
                    raising.raise(id, caseId, alert, caller);
                    return id;
                });
    }

    /** One alert, as far as it is the caller's to know. */
    @Requires(Permission.READ_ALERT)
    public AlertView read(AlertId id) {
        return alerts.require(id);
    }

    /** "I see to it": by another person than who raised it. Refuses {@code alert-not-yours-to-answer}, {@code alert-taken}. */
    @Requires(Permission.ANSWER_ALERT)
    public void acknowledge(AlertId id) {
        AlertView alert = open(id);
        if (alert.acknowledgedAt().isPresent()) {
            throw Refusal.wrongState("alert-taken");
        }
        if (!alert.may().acknowledge()) {
            throw Refusal.notAllowed("alert-not-yours-to-answer");
        }
        alerts.acknowledge(id);
        events.fire(new AlertAcknowledged(id));
    }

    /** Writes down what was done; nobody is asked any more. Refuses {@code alert-not-taken} before somebody saw to it, {@code still-missing}. */
    @Requires(Permission.ANSWER_ALERT)
    public void settle(AlertId id, NewSettlement done) {
        Fields.require(done, codes);
        AlertView alert = open(id);
        if (alert.acknowledgedAt().isEmpty()) {
            throw Refusal.wrongState("alert-not-taken");
        }
        if (alert.stays()) {
            throw Refusal.wrongState("still-missing");
        }
        if (!alert.may().settle()) {
            throw Refusal.notAllowed("alert-not-yours-to-answer");
        }
        alerts.settle(id, done);
        events.fire(new AlertSettled(id));
    }

    private AlertView open(AlertId id) {
        AlertView alert = alerts.require(id);
        if (!alert.open()) {
            throw Refusal.wrongState("alert-over");
        }
        return alert;
    }

    /** Alerts that nobody of a house answers, for coordinators, the longest waiting first, at most 50. */
    @Requires(Permission.READ_UNANSWERED_ALERTS)
    public List<UnansweredAlert> unanswered() {
        return alerts.unanswered();
    }
}
