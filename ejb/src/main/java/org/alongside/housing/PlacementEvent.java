package org.alongside.housing;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.PlacementId;

/** What happened to a placement: ids, codes and instants only, told inside the transaction in which it happened. */
public sealed interface PlacementEvent {
    /** The placement, and those of her family that went the same way. */
    List<PlacementId> placements();

    /** A bed was asked for. */
    record BedRequested(List<PlacementId> placements, Instant at) implements PlacementEvent {}

    /** She or her family is placed together with the first, for whom a bed was asked too: what is done for one is done for all. */
    record PlacedTogether(List<PlacementId> placements, PlacementId first) implements PlacementEvent {}

    /** A bed was asked for elsewhere, or who leads has seen to it: after these refusals nobody looks for a place any more. */
    record PlaceSought(List<PlacementId> placements) implements PlacementEvent {}

    /** Nothing goes on with these: what she agreed to, or the referral under which she was sheltered, has ended. */
    record PlacementStopped(List<PlacementId> placements) implements PlacementEvent {}

    /** Something was done about her that her process waits for. */
    record StepDone(List<PlacementId> placements, FollowStep step, Instant at) implements PlacementEvent {}

    /** A bed was offered. */
    record BedOffered(List<PlacementId> placements, Instant at) implements PlacementEvent {}

    /** The house or she said no: where else she can be is asked next. */
    record BedDeclined(List<PlacementId> placements, boolean byHer, Instant at) implements PlacementEvent {}

    /** A bed is held until then. */
    record BedHeld(List<PlacementId> placements, Instant until) implements PlacementEvent {}

    /** The hold ran out and the bed is free. */
    record HoldRanOut(List<PlacementId> placements, Instant at) implements PlacementEvent {}

    /** She moved in. */
    record SurvivorAdmitted(List<PlacementId> placements, Instant at) implements PlacementEvent {}

    /** She is away as planned, until then. */
    record WentAway(List<PlacementId> placements, Instant until) implements PlacementEvent {}

    /** She did not return: what is done when somebody is missing begins, in {@code missing} (DL24, DL25). */
    record DidNotReturn(List<PlacementId> placements, Instant at) implements PlacementEvent {}

    /** She is back. */
    record CameBack(List<PlacementId> placements, Instant at) implements PlacementEvent {}

    /** She was moved within the house; the first placements ended, the second began. */
    record SurvivorMoved(List<PlacementId> placements, List<PlacementId> into, boolean agreed, Instant at)
            implements PlacementEvent {}

    /** She left; the next place is a code of accommodation_type. */
    record PlacementEnded(List<PlacementId> placements, String reason, String nextType, Instant at)
            implements PlacementEvent {}
}
