package org.alongside.closing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.ClosingId;

/**
 * How the closing of a case stands, for those who lead it.
 *
 * @param status code of case_status
 * @param episodes when it was open, the newest first
 * @param reasons codes of closure_reason for which it could be closed in its state; none: it cannot be proposed now
 * @param requirements what the reason thought of asks for: codes of closing_requirement
 * @param obstacles what stands against it now, what must be ended first on top
 * @param criteria the same by the criteria for closing, line by line
 * @param ground what was noted for closing, and what is still to come
 * @param attempts to reach her in this episode, oldest first
 * @param attemptsAsked on how many days she must have been looked for before contact counts as lost
 * @param followUpSaid what she says today of being asked later how she is, code of purpose_answer; it is asked again all the same
 * @param proposal the latest proposal of this episode
 * @param reopening why this episode was begun, if it is not the first
 */
public record ClosingView(
        String status,
        List<Episode> episodes,
        List<String> reasons,
        List<String> requirements,
        List<ClosingObstacle> obstacles,
        List<ClosingCriterion> criteria,
        ClosingGround ground,
        List<Attempt> attempts,
        int attemptsAsked,
        int attemptsOverDays,
        Optional<String> followUpSaid,
        Optional<Proposal> proposal,
        Optional<Reopening> reopening) {

    /** The latest proposal, where it waits for a supervisor. */
    public Optional<Proposal> waiting() {
        return proposal.filter(one -> one.state() == ClosingState.PROPOSED);
    }

    /** From when until when it was open. */
    public record Episode(int number, Instant openedAt, Optional<Instant> closedAt) {}

    /**
     * A proposal as it was made.
     *
     * @param obstacles what stood against it then: codes of closing_obstacle
     * @param yours whether the reader proposed this or an earlier closing of the episode, and so does not decide on it
     */
    public record Proposal(
            ClosingId id,
            ClosingState state,
            String reason,
            Optional<String> words,
            List<String> met,
            String conversation,
            String dataNotice,
            NewClosing.FollowUp followUp,
            List<String> obstacles,
            Optional<String> overrideReason,
            Instant proposedAt,
            String proposedByName,
            boolean yours,
            Optional<Instant> decidedAt,
            Optional<String> decidedByName,
            Optional<String> sentBackWords) {}

    /**
     * Why it was opened again.
     *
     * @param reason code of reopening_reason
     * @param takenUpByName the supervisor who saw to it
     */
    public record Reopening(String reason, Optional<String> words, Optional<String> takenUpByName) {}
}
