package org.alongside.proceeding;

import java.time.Instant;
import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** What happened to a hearing: ids and instants only, told inside the transaction in which it happened. */
public sealed interface HearingEvent {
    /** Which hearing. */
    UUID hearing();

    /**
     * A hearing was set, or moved: whoever was asked for another day is asked no more.
     *
     * @param lead who is asked who helps her there
     * @param lawyers who say what came of it
     * @param missing whether something that she needs there has nobody
     */
    record HearingSet(
            UUID hearing,
            OrganisationId lead,
            OrganisationId lawyers,
            Instant hearingAt,
            Instant askAt,
            Instant remindAt,
            Instant supervisorAt,
            Instant resultBy,
            boolean missing)
            implements HearingEvent {}

    /** A hearing was found that was set before hearings had a clock; one that has its clock by now is left as it is. */
    record HearingFound(HearingSet set) implements HearingEvent {
        @Override
        public UUID hearing() {
            return set.hearing();
        }
    }

    /** Somebody does now what she needs there, or something has nobody again. */
    record SupportChanged(UUID hearing, boolean missing) implements HearingEvent {}

    /** It was said what became of it, or the file was closed. */
    record HearingOver(UUID hearing) implements HearingEvent {}
}
