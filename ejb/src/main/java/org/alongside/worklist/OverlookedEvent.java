package org.alongside.worklist;

import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** What the watch over what is left undone found, told inside its transaction. */
public sealed interface OverlookedEvent {
    /** An organisation leaves something of a kind undone that it did not before: coordinators are called. */
    record OverlookedFound(UUID id, OrganisationId organisation) implements OverlookedEvent {}

    /** Nothing of it waits any more. */
    record OverlookedDone(UUID id) implements OverlookedEvent {}
}
