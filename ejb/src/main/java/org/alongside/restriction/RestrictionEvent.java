package org.alongside.restriction;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.RestrictionId;

/** What happened to limits: ids and instants only, told inside the transaction in which it happened. */
public sealed interface RestrictionEvent {
    /** It was imposed; by when she is told, it is reviewed, and it ends. */
    record Imposed(RestrictionId id, OrganisationId house, Instant tellBy, Instant reviewBy, Instant endsAt)
            implements RestrictionEvent {}

    /** It goes on for a new reason, of which she is told too. */
    record Prolonged(RestrictionId id, Instant tellBy, Instant reviewBy, Instant endsAt) implements RestrictionEvent {}

    /** Somebody looked at it again and it stays; by when next, and whether that is before it ends. */
    record Reviewed(RestrictionId id, Instant reviewBy, boolean again) implements RestrictionEvent {}

    /** She was told of it. */
    record Told(RestrictionId id) implements RestrictionEvent {}

    /** It was lifted before its end; by when she is told. */
    record Lifted(RestrictionId id, Instant tellBy) implements RestrictionEvent {}

    /** She was told that it has ended. */
    record EndTold(RestrictionId id) implements RestrictionEvent {}

    /** She lives there no more, or what she agreed to was taken back: nothing of them is asked any more. */
    record Stopped(List<RestrictionId> ids) implements RestrictionEvent {}
}
