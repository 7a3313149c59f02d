package org.alongside.followup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * How a follow-up ended.
 *
 * @param outcome code of follow_up_outcome
 * @param answers what she said, where she was reached
 * @param words what she said besides, where she was reached
 * @param concern whether it worries us, beyond what the answers say by themselves
 */
public record NewFollowUp(
        @NotNull @CodeOf("follow_up_outcome") String outcome,
        List<NewFollowUpAnswer> answers,
        @Size(max = 2000) String words,
        boolean concern) {
    public NewFollowUp {
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    /**
     * What she said to one question.
     *
     * @param asked code of follow_up_question
     * @param answer code of follow_up_reply
     */
    public record NewFollowUpAnswer(
            @NotNull @CodeOf("follow_up_question") String asked,
            @NotNull @CodeOf("follow_up_reply") String answer) {}

    /**
     * One try to reach her.
     *
     * @param at when, not in the future and not before she is to be asked; null: now
     * @param channel code of contact_channel: the one she agreed to, or the one that is safe for her today
     * @param outcome code of contact_outcome
     */
    public record NewTry(
            Instant at,
            @NotNull @CodeOf("contact_channel") String channel,
            @NotNull @CodeOf("contact_outcome") String outcome) {}

    /** What she says to opening the file again: code of follow_up_offer. */
    public record NewReopeningOffer(
            @NotNull @CodeOf("follow_up_offer") String answer) {}
}
