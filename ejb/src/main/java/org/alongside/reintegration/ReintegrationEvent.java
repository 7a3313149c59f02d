package org.alongside.reintegration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReintegrationId;

/** What happened to a return or a life that is built: ids, codes and instants only, told inside the transaction in which it happened. */
public sealed interface ReintegrationEvent {
    /**
     * She decided.
     *
     * @param way PREPARED, FORCED or STAYS
     * @param before by when what comes before she leaves is to be done; empty: she stays, or nobody here lets her go
     * @param reviewBy by when it is looked at how she is, UTC
     */
    record ReintegrationPlanned(
            ReintegrationId id, OrganisationId lead, String way, Optional<Before> before, Instant reviewBy)
            implements ReintegrationEvent {}

    /**
     * By when somebody is asked, UTC; nothing happens to her when it is over.
     *
     * @param riskBy her risk is assessed anew
     * @param receiverBy who receives her is confirmed
     * @param readyBy documents, travel and reception are arranged
     */
    record Before(Instant riskBy, Instant receiverBy, Instant readyBy) {}

    /** Her risk was assessed since she decided. */
    record ReturnRiskAssessed(ReintegrationId id) implements ReintegrationEvent {}

    /** Somebody is ready to receive her. */
    record ReceiverConfirmed(ReintegrationId id) implements ReintegrationEvent {}

    /** Documents, travel and reception are arranged. */
    record ReturnArranged(ReintegrationId id) implements ReintegrationEvent {}

    /** She left; by when it is known that she arrived, UTC. */
    record SurvivorLeft(ReintegrationId id, Instant arrivalBy) implements ReintegrationEvent {}

    /** She arrived; by when it is looked at how she is, UTC. */
    record SurvivorArrived(ReintegrationId id, Instant reviewBy) implements ReintegrationEvent {}

    /** It was looked at how she is; by when next, UTC. */
    record ReintegrationReviewed(ReintegrationId id, Instant reviewBy) implements ReintegrationEvent {}

    /** She lives on her own. */
    record ReintegrationDone(ReintegrationId id) implements ReintegrationEvent {}

    /** It is over: nobody is asked about it any more. */
    record ReintegrationsEnded(List<ReintegrationId> ids) implements ReintegrationEvent {}
}
