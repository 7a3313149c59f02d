package org.alongside.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.alongside.access.CallerContext;
import org.alongside.code.Settings;
import org.alongside.disclosure.DisclosureEvent.Asked;
import org.alongside.disclosure.DisclosureEvent.OthersAsked;
import org.alongside.handover.HandoverEvent.LeadHandedOver;

/** Asks those who sit at the desks of the new lead to agree to what waited for the old one's, in the transaction in which the lead moves. */
@ApplicationScoped
class DisclosuresFollowLead {
    @Inject
    CallerContext callers;

    @Inject
    Disclosures disclosures;

    @Inject
    Settings settings;

    @Inject
    Event<DisclosureEvent> events;

    void moved(@Observes LeadHandedOver moved) {
        var by = callers.caller().now().plus(settings.of("disclosure-agreed-within"));
        disclosures
                .waiting(moved.id())
                .forEach(one -> events.fire(new OthersAsked(one.id(), new Asked(one.desk(), one.houses(), by))));
    }
}
