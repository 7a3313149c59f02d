package org.alongside.proceeding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a matter is, what may follow, and what brought it there: her lawyer's own.
 *
 * @param stage code of proceeding_stage
 * @param steps the stages that may follow, each with what it waits for
 * @param decisions what was decided, the newest first
 * @param appeals who appealed, the newest first
 * @param end how it ended before its time
 * @param unpaid whether money that was ordered is not paid
 */
public record MatterStages(
        String stage,
        List<StageStep> steps,
        List<MatterDecision> decisions,
        List<MatterAppeal> appeals,
        Optional<MatterEnd> end,
        boolean unpaid) {

    /**
     * A stage that may follow.
     *
     * @param stage code of proceeding_stage
     * @param waits for what it waits, a reason; absent: nothing is in its way
     */
    public record StageStep(String stage, Optional<String> waits) {}

    /**
     * A decision.
     *
     * @param outcome code of decision_outcome
     * @param ofAppeal the appeal that it was made on
     */
    public record MatterDecision(UUID id, String outcome, LocalDate decidedOn, Optional<UUID> ofAppeal) {}

    /**
     * An appeal.
     *
     * @param decision against which
     * @param appellant code of appellant
     * @param result code of appeal_result; absent: nothing came of it yet
     */
    public record MatterAppeal(
            UUID id,
            UUID decision,
            String appellant,
            LocalDate appealedOn,
            Optional<String> result,
            Optional<LocalDate> answeredOn) {}

    /**
     * How it ended.
     *
     * @param outcome code of early_end
     * @param givenUp code of given_up
     */
    public record MatterEnd(Optional<String> outcome, Optional<String> givenUp, LocalDate endedOn) {}
}
