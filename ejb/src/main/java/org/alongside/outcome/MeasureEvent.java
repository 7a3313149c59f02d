package org.alongside.outcome;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** That the lead is asked to measure, and is not any more: ids and instants only, told inside the transaction in which it happened. */
public sealed interface MeasureEvent {
    /** @param dueAt by when she was measured, or did not want to be, UTC */
    record MeasureAsked(UUID ask, OrganisationId lead, Instant dueAt) implements MeasureEvent {}

    /** She was measured, or does not want to be: nobody is asked any more. */
    record MeasureSettled(List<UUID> asks) implements MeasureEvent {}

    /** The file was closed: nobody is asked any more. */
    record MeasureEnded(List<UUID> asks) implements MeasureEvent {}
}
