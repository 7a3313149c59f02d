package org.alongside.courtorder;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.CourtOrderId;
import org.alongside.shared.OrganisationId;

/** What happened to a court order: ids and instants only, told inside the transaction in which it happened. */
public sealed interface CourtOrderEvent {
    /**
     * It came, or nobody is left who checks it: it is looked for her lawyer.
     *
     * @param lead who answers it, and finds her a lawyer where she has none
     * @param checkBy by when her lawyer has looked at it
     * @param supervisorAt when who supervises is asked, too
     * @param answerBy when its last day is over
     */
    record OrderReceived(CourtOrderId id, OrganisationId lead, Instant checkBy, Instant supervisorAt, Instant answerBy)
            implements CourtOrderEvent {
        static OrderReceived of(
                CourtOrderId id, OrganisationId lead, Instant checkBy, Instant answerBy, OrderTimes.Times times) {
            return new OrderReceived(id, lead, checkBy, answerBy.minus(times.supervisorBefore()), answerBy);
        }
    }

    /** A house of lawyers helps her now. */
    record OrderLawyerFound(CourtOrderId id) implements CourtOrderEvent {}

    /** @param objects whether her lawyer objects to it */
    record OrderChecked(CourtOrderId id, boolean objects) implements CourtOrderEvent {}

    /** The court did not follow the objection, or not wholly: it is answered. */
    record ObjectionOver(CourtOrderId id) implements CourtOrderEvent {}

    /** It is answered: what was agreed to is handed out. */
    record OrderAnswered(CourtOrderId id) implements CourtOrderEvent {}

    /** Without an answer nobody is asked about them any more. */
    record OrdersEnded(List<CourtOrderId> ids) implements CourtOrderEvent {}
}
