package org.alongside.logbook;

import java.time.Instant;
import java.util.Set;
import org.alongside.shared.IncidentId;
import org.alongside.shared.OrganisationId;

/** What happened to an incident: ids, codes and instants only, told inside the transaction in which it happened. */
public sealed interface IncidentEvent {
    IncidentId id();

    /**
     * It was written down.
     *
     * @param house the organisation whose people look at it
     * @param desks codes of incident_desk that look at it
     * @param lookBy by when
     */
    record IncidentRecorded(IncidentId id, OrganisationId house, Set<String> desks, Instant lookBy)
            implements IncidentEvent {}

    /** A desk has looked at it. */
    record IncidentLookedAt(IncidentId id, String desk) implements IncidentEvent {}
}
