package org.alongside.interview;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.InterviewId;
import org.alongside.shared.OrganisationId;

/** What happened to an interview that was asked for: ids and instants only, told inside the transaction in which it happened. */
public sealed interface InterviewEvent {
    /**
     * It was asked for.
     *
     * @param lead who is to ask her
     * @param answerBy by when
     */
    record InterviewAsked(InterviewId id, OrganisationId lead, Instant answerBy) implements InterviewEvent {}

    /** She said yes or no. */
    record InterviewDecided(InterviewId id) implements InterviewEvent {}

    /**
     * She said not now.
     *
     * @param askAgainAt when she is asked again
     * @param answerBy by when then
     */
    record InterviewLater(InterviewId id, Instant askAgainAt, Instant answerBy) implements InterviewEvent {}

    /** Her lawyer advised. */
    record InterviewAdvised(InterviewId id) implements InterviewEvent {}

    /** Taken back, the file was closed, or nothing is open to those who asked any more: nobody is asked. */
    record InterviewsEnded(List<InterviewId> ids) implements InterviewEvent {}
}
