package org.alongside.healthcare;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.UrgentCareId;

/** What happened to care that cannot wait: ids and instants only, told inside the transaction in which it happened. */
public sealed interface CareEvent {
    /**
     * Something cannot wait.
     *
     * @param lead who is asked
     * @param supervisorAt when a supervisor is asked, if nobody has seen to it
     * @param careBy after which it is too late
     */
    record CareUrgent(UrgentCareId id, OrganisationId lead, Instant supervisorAt, Instant careBy)
            implements CareEvent {}

    /** She had care, or does not want it, or needs none. */
    record CareSettled(UrgentCareId id) implements CareEvent {}

    /** The file was closed: nobody is asked any more. */
    record CareEnded(List<UrgentCareId> ids) implements CareEvent {}
}
