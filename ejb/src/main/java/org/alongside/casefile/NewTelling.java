package org.alongside.casefile;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.alongside.code.CodeOf;

/**
 * That the survivor, or a guardian who is not excluded, was told of what was done with her file, or why not yet.
 *
 * @param answer code of emergency_telling
 * @param at if told: when, UTC
 * @param whom if told: code of told_whom
 * @param relation if a guardian was told: what they are to her, code of excluded_relation, never an excluded one
 * @param channel if told: by which safe way, code of contact_channel
 * @param why if not yet: code of not_told_reason; it is asked again the next day
 */
public record NewTelling(
        @NotNull @CodeOf("emergency_telling") String answer,
        Instant at,
        @CodeOf("told_whom") String whom,
        @CodeOf("excluded_relation") String relation,
        @CodeOf("contact_channel") String channel,
        @CodeOf("not_told_reason") String why) {
    public boolean told() {
        return "TOLD".equals(answer);
    }
}
