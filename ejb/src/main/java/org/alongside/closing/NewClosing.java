package org.alongside.closing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * That a case be closed, and why.
 *
 * @param met what the reason asks for and is done: codes of closing_requirement
 * @param conversation how the closing conversation went: code of closing_conversation
 * @param dataNotice whether she was told how long the file is kept: code of data_notice
 * @param overrideReason why it is closed although something stands against it; needed where something does
 */
public record NewClosing(
        @NotNull @CodeOf("closure_reason") String reason,
        @Size(max = 2000) String words,
        @CodeOf("closing_requirement") List<String> met,
        @NotNull @CodeOf("closing_conversation") String conversation,
        @NotNull @CodeOf("data_notice") String dataNotice,
        @NotNull FollowUp followUp,
        @Size(max = 1000) String overrideReason) {
    public NewClosing {
        met = met == null ? List.of() : List.copyOf(met.stream().distinct().toList());
    }

    /**
     * Whether she may be asked after three, six and twelve months how she is.
     *
     * @param answer code of follow_up_answer
     * @param channel if yes: by which safe channel, code of contact_channel
     * @param giver if yes: who says so, code of consent_giver; SELF for an adult
     * @param giverRelation what the giver is to a child, code of excluded_relation, never an excluded one
     * @param assent a child's own word, code of assent
     * @param notAsked if not asked: why, code of follow_up_not_asked
     */
    public record FollowUp(
            @NotNull @CodeOf("follow_up_answer") String answer,
            @CodeOf("contact_channel") String channel,
            @CodeOf("consent_giver") String giver,
            @CodeOf("excluded_relation") String giverRelation,
            @CodeOf("assent") String assent,
            @CodeOf("follow_up_not_asked") String notAsked) {}
}
