package org.alongside.proceeding;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.alongside.code.CodeOf;

/** The stage that follows. */
public record NewStage(@NotNull @CodeOf("proceeding_stage") String stage) {

    /** What a court or authority decided. */
    public record NewMatterDecision(
            @NotNull @CodeOf("decision_outcome") String outcome,
            @NotNull LocalDate decidedOn) {}

    /**
     * An appeal against a decision.
     *
     * @param appellant in which role somebody appeals
     */
    public record NewMatterAppeal(
            @NotNull @CodeOf("appellant") String appellant,
            @NotNull LocalDate appealedOn) {}

    /**
     * What came of an appeal.
     *
     * @param outcome what was decided instead; needed where the decision was changed, and else not said
     */
    public record NewAppealAnswer(
            @NotNull @CodeOf("appeal_result") String result,
            @NotNull LocalDate answeredOn,
            @CodeOf("decision_outcome") String outcome) {}

    /**
     * How a matter ends before its time, or that what is unpaid is given up.
     *
     * @param outcome why it ends early; null only where what is unpaid is given up
     * @param givenUp why what is not paid is not asked for any more; needed where money is unpaid
     */
    public record NewMatterEnd(
            @CodeOf("early_end") String outcome,
            @CodeOf("given_up") String givenUp,
            @NotNull LocalDate endedOn) {}
}
