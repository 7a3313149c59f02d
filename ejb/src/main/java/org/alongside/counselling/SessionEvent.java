package org.alongside.counselling;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.SittingId;

/** What happened to a counsellor's hours: ids and instants only, told inside the transaction in which it happened. */
public sealed interface SessionEvent {
    /** An hour is planned; when it is over, and by when it is said who came. */
    record Planned(SittingId id, OrganisationId house, Instant endsAt, Instant recordBy) implements SessionEvent {}

    /** It is at another time. */
    record Moved(SittingId id, Instant endsAt, Instant recordBy) implements SessionEvent {}

    /** It is said of everybody whether they came, or nobody comes any more: nobody is asked about them. */
    record Over(List<SittingId> ids) implements SessionEvent {}
}
