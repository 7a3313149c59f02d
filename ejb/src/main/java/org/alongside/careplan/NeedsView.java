package org.alongside.careplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;

/**
 * What she says herself, and how she was found, as far as it is the caller's to know; the newest first.
 *
 * @param whole whether all of it is; otherwise what the caller's organisation wrote
 * @param writes whether the caller may add to it
 * @param scale codes of need_level, worst first
 */
public record NeedsView(
        CaseId caseId,
        boolean whole,
        boolean writes,
        List<String> scale,
        List<Say> says,
        List<Assessment> assessments) {

    /**
     * What she said.
     *
     * @param mattersMost in her own words, or null
     * @param going code of plan_going, or null
     * @param recordedBy name of who wrote it down
     */
    public record Say(
            UUID id,
            LocalDate saidOn,
            String mattersMost,
            String going,
            String words,
            Instant recordedAt,
            String recordedBy) {}

    /**
     * How she was found at one point.
     *
     * @param point code of measure_point
     * @param rater code of need_rater
     * @param writtenBy whose assessment it is
     * @param found in the order of care_domain
     */
    public record Assessment(
            UUID id,
            String point,
            String rater,
            LocalDate assessedOn,
            OrganisationId writtenBy,
            Instant recordedAt,
            String recordedBy,
            List<Found> found) {

        /** Where she stood in a domain, if it was talked about. */
        public Optional<Found> in(String domain) {
            return found.stream().filter(one -> one.domain().equals(domain)).findFirst();
        }
    }

    /**
     * One domain.
     *
     * @param rank where the level stands on the scale, 1 the worst; 0 where the scale no longer knows it
     */
    public record Found(String domain, String level, int rank, String need, String strength) {}
}
