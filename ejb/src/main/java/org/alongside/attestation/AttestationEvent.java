package org.alongside.attestation;

import java.time.Instant;
import java.util.Set;
import org.alongside.shared.AttestationId;
import org.alongside.shared.OrganisationId;

/** Something happened to a request to attest; told within the transaction. */
public sealed interface AttestationEvent {
    AttestationId attestation();

    /**
     * A holder is asked.
     *
     * @param serviceTypes under which services it got something, codes of service_type
     * @param dueAt by when it is to attest, UTC
     */
    record AttestationAsked(
            AttestationId attestation,
            OrganisationId asking,
            OrganisationId holder,
            Set<String> serviceTypes,
            Instant dueAt)
            implements AttestationEvent {}

    /** The holder has attested, or a supervisor of the lead expects no answer any more. */
    record AttestationSettled(AttestationId attestation) implements AttestationEvent {}
}
