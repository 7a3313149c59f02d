package org.alongside.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.identification.RecoveryEvent.RecoverySettled;

/** In a closed file nobody asks whether she has decided; her time goes on without that. */
@ApplicationScoped
class RecoveryEnds {
    @Inject
    Identifications identifications;

    @Inject
    Event<RecoveryEvent> events;

    void closed(@Observes CaseClosed event) {
        List<UUID> settled = identifications.end(event.caseId());
        if (!settled.isEmpty()) {
            events.fire(new RecoverySettled(settled));
        }
    }
}
