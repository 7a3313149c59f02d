package org.alongside.livelihood;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.QuestionId;

/**
 * How she comes to live by herself, as far as it is the reader's to know.
 *
 * @param writes whether the reader may add to it
 * @param steps what runs first, then what is over, the newest first
 * @param questions whether she still has the work: what is asked now or was answered
 * @param vetoes employers for whom she does not want to work
 * @param employers those of the reader's own house, with what speaks against work there for her; empty where they may not write
 */
public record LivingView(
        CaseId caseId,
        boolean writes,
        List<LivingStep> steps,
        List<RetentionQuestion> questions,
        List<EmployerVeto> vetoes,
        List<EmployerChoice> employers) {

    /**
     * A step.
     *
     * @param kind code of livelihood_kind
     * @param employer name, for the house whose employer it is
     * @param notSafe whether the employer was found not safe since
     * @param incomeBefore code of income_band
     * @param endReason code of livelihood_end
     * @param mayEnd whether the reader may say that it is over
     */
    public record LivingStep(
            UUID id,
            String kind,
            String what,
            Optional<String> employer,
            boolean notSafe,
            LocalDate beganOn,
            Optional<LocalDate> untilOn,
            Optional<String> incomeBefore,
            Optional<LocalDate> endedOn,
            Optional<String> endReason,
            String recordedBy,
            boolean mayEnd) {}

    /**
     * Whether she still has it.
     *
     * @param what of which step
     * @param point code of measure_point, M3 or M6
     * @param answer code of retention_answer
     * @param income code of income_band
     * @param asked whether it is asked now
     */
    public record RetentionQuestion(
            QuestionId id,
            String what,
            String point,
            Instant askAt,
            Instant answerBy,
            Optional<String> answer,
            Optional<String> income,
            boolean asked) {}

    /** An employer for whom she does not want to work; by name for the house whose employer it is. */
    public record EmployerVeto(UUID employer, Optional<String> name, LocalDate saidOn) {}

    /**
     * An employer of the reader's own house.
     *
     * @param against why she cannot work there, code of a reason, if anything is against it
     */
    public record EmployerChoice(UUID id, String name, Optional<String> against) {}
}
