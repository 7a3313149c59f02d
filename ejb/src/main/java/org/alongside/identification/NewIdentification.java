package org.alongside.identification;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.alongside.code.CodeOf;

/**
 * What was decided of her.
 *
 * @param decision code of identification_decision: presumed, identified, not identified, or that she withdrew
 * @param decidedBy which kind of authority, code of identification_decider; none where she withdrew
 * @param decidedOn the day, not one to come
 * @param toldOn when she was told, not before it was decided; null: not yet
 * @param remedy of a no, and of nothing else: what can still be done against it, code of identification_remedy
 * @param remedyUntil the last day for that; null: not known, or there is none
 */
public record NewIdentification(
        @NotNull @CodeOf("identification_decision") String decision,
        @CodeOf("identification_decider") String decidedBy,
        @NotNull LocalDate decidedOn,
        LocalDate toldOn,
        @CodeOf("identification_remedy") String remedy,
        LocalDate remedyUntil) {

    /** When she was told of the newest decision: not before it was decided, not a day to come. */
    public record NewDecisionTold(@NotNull LocalDate on) {}

    /**
     * What she says in her time to recover and think. It decides nothing of her help.
     *
     * @param word code of recovery_word: that she cooperates, that she does not, or that she has not decided
     * @param advice whether she had legal advice before, code of legal_advice
     * @param saidOn the day, in that time or after it, not one to come
     */
    public record NewRecoveryWord(
            @NotNull @CodeOf("recovery_word") String word,
            @NotNull @CodeOf("legal_advice") String advice,
            @NotNull LocalDate saidOn) {}
}
