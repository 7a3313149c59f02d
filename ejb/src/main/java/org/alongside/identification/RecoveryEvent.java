package org.alongside.identification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** What happened to a time to recover and think: ids and instants only, told inside its transaction. */
public sealed interface RecoveryEvent {
    /**
     * It began.
     *
     * @param lead who is asked whether she has decided
     * @param askAt from when on, UTC
     * @param dueAt by when, else a supervisor is asked; nothing happens to her then
     */
    record RecoveryBegan(UUID id, OrganisationId lead, Instant askAt, Instant dueAt) implements RecoveryEvent {}

    /** Nobody asks about it any more: she said what there was to say, or her file was closed. */
    record RecoverySettled(List<UUID> ids) implements RecoveryEvent {}
}
