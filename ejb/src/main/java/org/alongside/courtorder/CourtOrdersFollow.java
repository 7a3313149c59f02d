package org.alongside.courtorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.consent.SharingEnded;
import org.alongside.courtorder.CourtOrderEvent.OrderAnswered;
import org.alongside.courtorder.CourtOrderEvent.OrderLawyerFound;
import org.alongside.courtorder.CourtOrderEvent.OrderReceived;
import org.alongside.courtorder.CourtOrderEvent.OrdersEnded;
import org.alongside.disclosure.DisclosureEvent.DisclosureMade;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.shared.CourtOrderId;

/**
 * What was handed out answers its order; a lawyer who takes her up is asked at once, and where she took back what let one act, it is looked anew for who
 * checks it; in a closed file nobody is asked; each in the transaction in which it happens.
 */
@ApplicationScoped
class CourtOrdersFollow {
    @Inject
    CourtOrders orders;

    @Inject
    OrderTimes times;

    @Inject
    Event<CourtOrderEvent> events;

    void handedOut(@Observes DisclosureMade event) {
        orders.produced(event.id()).ifPresent(id -> events.fire(new OrderAnswered(id)));
    }

    void accepted(@Observes ReferralAccepted event) {
        orders.waiting(event.referral()).forEach(id -> events.fire(new OrderLawyerFound(id)));
    }

    void lost(@Observes SharingEnded event) {
        orders.left(event.caseId(), event.recipient()).forEach(one -> {
            events.fire(new OrdersEnded(List.of(one.id())));
            events.fire(OrderReceived.of(one.id(), one.lead(), one.checkBy(), one.answerBy(), times.of(one.kind())));
        });
    }

    void closed(@Observes CaseClosed event) {
        List<CourtOrderId> ended = orders.endOf(event.caseId());
        if (!ended.isEmpty()) {
            events.fire(new OrdersEnded(ended));
        }
    }
}
