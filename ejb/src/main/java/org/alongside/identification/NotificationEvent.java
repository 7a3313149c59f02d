package org.alongside.identification;

import java.time.Instant;
import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** What happened to the duty to notify: ids and instants only, told inside its transaction. */
public sealed interface NotificationEvent {
    UUID duty();

    /** Her refusal asks for a notification. */
    record DutyBegan(UUID duty, OrganisationId lead, Instant dueAt) implements NotificationEvent {}

    /** It is proposed, or not needed any more. */
    record DutyEnded(UUID duty) implements NotificationEvent {}
}
