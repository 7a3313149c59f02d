package org.alongside.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;

/**
 * How she is, as far as it is the reader's to know.
 *
 * @param writes whether the reader may measure
 * @param courses one for each scale by which she was measured
 * @param scales those that may be put to her, for who may measure
 * @param asked that who leads is asked to measure now, for them
 */
public record OutcomeView(
        CaseId caseId, boolean writes, List<OutcomeCourse> courses, List<Scale> scales, Optional<AskedMeasure> asked) {

    /**
     * That who leads is asked to measure.
     *
     * @param point ENTRY or QUARTER, codes of measure_point
     * @param dueAt by when she was measured, or did not want to be, UTC
     */
    public record AskedMeasure(String point, Instant dueAt) {}

    /**
     * Her sums on one scale.
     *
     * @param measures the oldest first
     */
    public record OutcomeCourse(Scale scale, List<OutcomeMeasure> measures) {}

    /**
     * One measure.
     *
     * @param point code of measure_point
     * @param rater code of need_rater
     * @param answers for the house that asked her, in the order of the questions; empty for others
     */
    public record OutcomeMeasure(
            UUID id,
            String point,
            String rater,
            LocalDate measuredOn,
            int score,
            String recordedBy,
            List<Integer> answers) {}
}
