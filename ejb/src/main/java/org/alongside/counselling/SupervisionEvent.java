package org.alongside.counselling;

import java.time.Instant;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.SupervisionId;
import org.alongside.shared.WarningId;

/** What happened around the supervision of counsellors: ids and instants only, told inside the transaction in which it happened. */
public sealed interface SupervisionEvent {
    /** Somebody is named to supervise a counsellor; when both are asked to meet, and by when they have. */
    record Named(SupervisionId id, OrganisationId house, Instant askAt, Instant meetBy) implements SupervisionEvent {}

    /** They met; when they are asked next, and by when they meet again. */
    record Met(SupervisionId id, Instant askAt, Instant meetBy) implements SupervisionEvent {}

    /** Somebody else supervises, or nobody. */
    record Ended(SupervisionId id) implements SupervisionEvent {}

    /** A counsellor carries more than the limit; by when a supervisor has looked at it. */
    record CarriesTooMuch(WarningId id, OrganisationId house, Instant lookBy) implements SupervisionEvent {}

    /** A supervisor has looked. */
    record LookedAt(WarningId id) implements SupervisionEvent {}
}
