package org.alongside.police;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.ThreatId;

/** What happened to a threat that an agency told: ids and instants only, told inside the transaction in which it happened. */
public sealed interface PoliceEvent {
    /**
     * It was told, or she moved into a house that has not read it.
     *
     * @param readBy by when the manager of the house where she lives should have read it, if there is such a house
     */
    record ThreatTold(ThreatId id, Instant readBy) implements PoliceEvent {}

    /** The manager of the house where she lives has read them. */
    record ThreatsRead(List<ThreatId> ids) implements PoliceEvent {}

    /** Taken back, she lives there no more, or the file was closed: nobody is asked. */
    record ThreatsEnded(List<ThreatId> ids) implements PoliceEvent {}
}
