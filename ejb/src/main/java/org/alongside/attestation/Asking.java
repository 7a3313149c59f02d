package org.alongside.attestation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.alongside.access.CallerContext;
import org.alongside.attestation.AttestationEvent.AttestationAsked;
import org.alongside.code.Settings;
import org.alongside.consent.SharingEnded;
import org.alongside.shared.AttestationId;

/** Asks who got something under an agreement to attest its return or destruction, in the transaction that ended it. */
@ApplicationScoped
class Asking {
    @Inject
    CallerContext callers;

    @Inject
    Attestations attestations;

    @Inject
    Settings settings;

    @Inject
    Event<AttestationEvent> events;

    /** Nobody is asked to return what never was opened; nor is a house that helped her and leads her case now. */
    void ask(@Observes SharingEnded ended) {
        Attestations.Got got = attestations.got(ended.consents());
        if (got.nothing() || ended.recipient().equals(callers.caller().organisation())) {
            return;
        }
        AttestationId id = AttestationId.random();
        Instant dueAt = ended.at().plus(settings.of("attestation-within"));
        attestations.add(Attestation.ask(id, ended.last(), ended.recipient(), got, dueAt, callers.caller()));
        events.fire(new AttestationAsked(
                id, callers.caller().organisation(), ended.recipient(), got.serviceTypes(), dueAt));
    }
}
