package org.alongside.missing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.missing.MissingTimes.Clocks;
import org.alongside.shared.MissingId;
import org.alongside.shared.OrganisationId;

/** What happened while somebody was missing: ids, codes and instants only, told inside the transaction in which it happened. */
public sealed interface MissingEvent {
    /**
     * She is missing: who leads is asked, and the house in which she lives.
     *
     * @param house of who keeps her bed, if she has one
     */
    record MissingBegun(MissingId id, OrganisationId lead, Optional<OrganisationId> house, boolean child, Clocks clocks)
            implements MissingEvent {}

    /** A house in which she lives says so, too: it is asked from now on. */
    record HouseJoined(MissingId id, OrganisationId lead, OrganisationId house) implements MissingEvent {}

    /** Her place in the house has ended, or what she agreed to: only who leads is asked. */
    record HouseLeft(MissingId id, OrganisationId lead) implements MissingEvent {}

    /** Something was done that its process waits for. */
    record MissingStepDone(MissingId id, MissingStep step) implements MissingEvent {}

    /** The police know. */
    record PoliceTold(MissingId id) implements MissingEvent {}

    /** The time is over; she can still be found. */
    record LeftUnresolved(MissingId id) implements MissingEvent {}

    /**
     * She is found.
     *
     * @param talkBy by when somebody talked with her; empty: nobody is to
     */
    record SurvivorFound(MissingId id, Optional<Instant> talkBy) implements MissingEvent {}

    /** Somebody talked with her about it, or she does not want to. */
    record ReturnTalkHeld(MissingId id) implements MissingEvent {}

    /** The file was closed: nobody is asked any more. */
    record MissingEnded(List<MissingId> ids) implements MissingEvent {}
}
