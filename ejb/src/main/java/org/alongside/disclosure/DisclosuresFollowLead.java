package org.alongside.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.alongside.disclosure.DisclosureEvent.OthersAsked;
import org.alongside.handover.HandoverEvent.LeadHandedOver;

/** Asks those who sit at the desks of the new lead to agree to what waited for the old one's, in the transaction in which the lead moves. */
@ApplicationScoped
class DisclosuresFollowLead {
    @Inject
    Disclosures disclosures;

    @Inject
    SecondPersons seconds;

    @Inject
    Event<DisclosureEvent> events;

    void moved(@Observes LeadHandedOver moved) {
        disclosures
                .waiting(moved.id())
                .forEach(one -> events.fire(new OthersAsked(one.id(), seconds.asked(one.desk(), one.houses()))));
    }
}
