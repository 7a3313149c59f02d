package org.alongside.housing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** What happened to an alarm that somebody has no place tonight: ids and instants only, told inside the transaction in which it happened. */
public sealed interface GapEvent {
    /** A child or somebody at high risk has no place: who leads is asked, and has to answer until then. */
    record GapFound(UUID gap, OrganisationId lead, Instant answerBy) implements GapEvent {}

    /** Who leads has said what is done, she has a place, or the file is closed: nobody is asked any more. */
    record GapsSettled(List<UUID> gaps) implements GapEvent {}
}
