package org.alongside.safety;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.AlertId;
import org.alongside.shared.AssessmentId;
import org.alongside.shared.OrganisationId;

/** What happened to an alert, or to when her risk is looked at again: ids, codes and instants only, told inside the transaction in which it happened. */
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

    /**
     * Her risk was assessed, or its level set: by when it is assessed again.
     *
     * @param over the assessment about which nobody is asked any more; this one, where its times are set anew
     * @param askAt from when the lead is asked, UTC
     * @param reviewBy by when it is to be done, UTC
     * @param contactBy by when somebody has reached her, UTC; empty where nobody has to
     */
    record RiskToReview(
            AssessmentId assessment,
            Optional<AssessmentId> over,
            OrganisationId lead,
            Instant askAt,
            Instant reviewBy,
            Optional<Instant> contactBy)
            implements SafetyEvent {}

    /** Somebody has spoken with her since. */
    record HerReached(AssessmentId assessment) implements SafetyEvent {}

    /** The file is closed: nobody is asked about her risk any more. */
    record RiskReviewEnded(AssessmentId assessment) implements SafetyEvent {}
}
