package org.alongside.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.FollowUpId;

/**
 * One time at which she is asked how she is, for those who lead her closed file.
 *
 * @param point code of followup_interval
 * @param episode which time the file was open before
 * @param state code of follow_up_state
 * @param askAt from when she is asked
 * @param dueAt by when somebody has asked her, or tried in vain
 * @param channels by which she may be asked, codes of contact_channel; none where nobody may ask her any more
 * @param concern whether what she said worries
 * @param offer what she says to opening the file again, code of follow_up_offer
 * @param offerBy by when that is offered to her
 * @param endReason why she is not asked, code of follow_up_end
 */
public record FollowUpView(
        FollowUpId id,
        CaseId caseId,
        int episode,
        String point,
        String state,
        Instant askAt,
        Instant dueAt,
        List<String> channels,
        List<FollowUpTry> tries,
        Optional<Boolean> concern,
        List<FollowUpAnswer> answers,
        Optional<String> words,
        Optional<Instant> doneAt,
        Optional<String> doneBy,
        Optional<Instant> offerBy,
        Optional<String> offer,
        Optional<String> endReason) {

    /**
     * One try to reach her.
     *
     * @param channel code of contact_channel
     * @param outcome code of contact_outcome
     */
    public record FollowUpTry(Instant at, String channel, String outcome, String by) {}

    /**
     * What she said.
     *
     * @param asked code of follow_up_question
     * @param answer code of follow_up_reply
     */
    public record FollowUpAnswer(String asked, String answer) {}

    /** Whether she is to be asked now. */
    public boolean open() {
        return "TO_ASK".equals(state) || "LATE".equals(state);
    }

    /** Whether opening the file again is to be offered now. */
    public boolean offers() {
        return concern.orElse(false) && offer.isEmpty() && endReason.isEmpty();
    }
}
