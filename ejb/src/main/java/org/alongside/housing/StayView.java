package org.alongside.housing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;

/**
 * A placement as the house that keeps it reads it, to do the next thing.
 *
 * @param code code of the case
 * @param preferredName the name she uses, as far as it is open
 * @param status code of placement_status
 * @param warnings codes of housing_warning that were weighed
 * @param moveAgreed whether who leads agrees that she is moved, by a word that still counts
 * @param family the other placements of her family that run
 * @param apart those of her family who wait or live in this house and are not placed with her yet
 * @param healthShared whether what others must know of her health is the reader's to know
 * @param toLookAfter that, as far as anything is noted
 * @param version moves with every change of it
 */
public record StayView(
        PlacementId id,
        CaseId caseId,
        String code,
        Optional<String> preferredName,
        String status,
        Wanted wanted,
        Optional<FacilityId> facility,
        Optional<String> codeName,
        Optional<BedId> bed,
        Optional<String> roomLabel,
        Optional<String> bedLabel,
        Optional<Instant> arrivesAt,
        Optional<Instant> leavesAt,
        Optional<Instant> heldUntil,
        Optional<Instant> admittedAt,
        Optional<Instant> absentUntil,
        List<String> warnings,
        boolean moveAgreed,
        List<Relative> family,
        List<Relative> apart,
        boolean healthShared,
        List<ToLookAfter> toLookAfter,
        int version) {
    /**
     * What the referral said of her, to match by; codes only.
     *
     * @param accessibility codes of accessibility
     * @param constraints codes of safety_constraint
     */
    public record Wanted(
            String ageBand,
            boolean child,
            String sex,
            String language,
            List<String> accessibility,
            List<String> constraints) {}

    /** Somebody of her family. */
    public record Relative(
            PlacementId id,
            CaseId caseId,
            String code,
            Optional<String> preferredName,
            String status,
            String ageBand,
            boolean child,
            Optional<String> bedLabel) {}

    /**
     * A bed that she could have, or why not.
     *
     * @param against codes of reasons for which it cannot be hers; none: it can
     * @param warnings codes of housing_warning that somebody has to weigh
     */
    public record BedChoice(
            FacilityId facility,
            String codeName,
            String roomLabel,
            BedId bed,
            String label,
            List<String> against,
            List<String> warnings) {}
}
