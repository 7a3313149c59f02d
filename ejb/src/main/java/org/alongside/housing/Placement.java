package org.alongside.housing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;

/**
 * A bed asked for her in one house. It is asked for, offered, held for some hours, lived in, and left for a place that is known;
 * she may say no to an offer, and the house to a request. People of one family share an id and go every way together.
 *
 * @param family under which id her family is placed; empty: she is alone
 * @param heldUntil when a hold runs out
 * @param arrivesAt from when the bed is wanted; empty: at once
 * @param leavesAt until when it is wanted, as agreed; empty: no day is set
 */
record Placement(
        PlacementId id,
        CaseId caseId,
        OrganisationId house,
        UUID referral,
        Optional<UUID> family,
        Optional<FacilityId> facility,
        Optional<BedId> bed,
        PlacementStatus status,
        Wants wants,
        Optional<Instant> arrivesAt,
        Optional<Instant> leavesAt,
        Optional<Instant> heldUntil,
        int version) {

    /**
     * What the referral said of her, to match by; codes only.
     *
     * @param accessibility codes of accessibility
     * @param constraints codes of safety_constraint
     */
    record Wants(
            String ageBand,
            boolean child,
            String sex,
            String language,
            List<String> accessibility,
            List<String> constraints) {
        static final String NOBODY_FROM_HER_PLACE = "NOBODY_FROM_HER_PLACE";
        static final String STEP_FREE = "STEP_FREE";
    }

    /** Refuses where this cannot happen to it now. */
    Placement can(PlacementStep step) {
        step.from(status);
        return this;
    }

    /** She has arrived in time: a hold that ran out is asked for anew. */
    Placement canArrive(Instant now) {
        can(PlacementStep.ARRIVE);
        if (heldUntil.filter(now::isBefore).isEmpty()) {
            throw Refusal.wrongState("hold-ran-out");
        }
        if (leavesAt.filter(end -> !end.isAfter(now)).isPresent()) {
            throw Refusal.wrongState("dates-out-of-order");
        }
        return this;
    }

    static List<PlacementId> ids(List<Placement> family) {
        return family.stream().map(Placement::id).toList();
    }

    /** The placement to which she is moved, as far as a bed is taken for it. */
    Placement into(PlacementId next) {
        return new Placement(
                next, caseId, house, referral, family, facility, bed, status, wants, arrivesAt, leavesAt, heldUntil, 0);
    }

    boolean sameFamily(UUID other) {
        return family.isPresent() && family.get().equals(other);
    }
}
