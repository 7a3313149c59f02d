package org.alongside.housing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** What became of the talk of a week: ids and instants only, told inside the transaction in which it happened. */
public sealed interface TalkEvent {
    /** Somebody of the house is to talk with her; by when, and from when on who leads is asked. */
    record TalkWanted(UUID talk, OrganisationId house, OrganisationId lead, Instant dueAt, Instant leadAskedAt)
            implements TalkEvent {}

    /** Somebody did, or she is not there to be talked with. */
    record TalksSettled(List<UUID> talks) implements TalkEvent {}
}
