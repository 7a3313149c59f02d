package org.alongside.safety;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.AlertId;
import org.alongside.shared.OrganisationId;

/** What happened to an alert: ids, codes and instants only, told inside the transaction in which it happened. */
public sealed interface SafetyEvent {
    /** Somebody raised it; the lead is asked, and whoever is on call there. */
    record AlertRaised(
            AlertId alert,
            OrganisationId lead,
            String severity,
            Instant remindAt,
            Instant answerBy,
            Instant coordinatorAt,
            Instant settleBy)
            implements SafetyEvent {}

    /** Somebody sees to it. */
    record AlertAcknowledged(AlertId alert) implements SafetyEvent {}

    /** What was done is written down. */
    record AlertSettled(AlertId alert) implements SafetyEvent {}

    /** The file was closed, or she who was missing was found: nobody is asked any more. */
    record AlertsEnded(List<AlertId> alerts) implements SafetyEvent {}
}
