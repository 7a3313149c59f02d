package org.alongside.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.OrganisationId;

/** What happened to follow-ups: ids and instants only, told inside the transaction in which it happened. */
public sealed interface FollowUpEvent {
    /**
     * She will be asked.
     *
     * @param askAt from when, UTC
     * @param dueAt by when somebody has asked her, or tried in vain, UTC
     */
    record FollowUpPlanned(FollowUpId id, OrganisationId lead, Instant askAt, Instant dueAt) implements FollowUpEvent {}

    /**
     * She was asked, or tried in vain.
     *
     * @param offerBy by when opening the file again is to be offered, UTC; empty: nothing worries
     */
    record FollowedUp(FollowUpId id, Optional<Instant> offerBy) implements FollowUpEvent {}

    /** Opening the file again was offered to her. */
    record ReopeningOffered(FollowUpId id) implements FollowUpEvent {}

    /** The file was opened again, or she does not want it: of these nobody is asked any more. */
    record FollowUpsEnded(List<FollowUpId> ids) implements FollowUpEvent {}

    /** Nobody will ask her any more in this episode. */
    record FollowUpsOver(CaseId caseId) implements FollowUpEvent {}
}
