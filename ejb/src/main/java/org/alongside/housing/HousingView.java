package org.alongside.housing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;

/**
 * What the caller may know of a person's housing; a part that is not theirs is not in it.
 *
 * @param asked that a bed was asked for her at all
 * @param placements the oldest first; none for who may know no more than that there are some
 * @param requestable whether the caller may ask for a bed for her
 * @param family who is of her family, for who leads and for a house that shelters both
 */
public record HousingView(
        CaseId caseId, boolean asked, List<PlacementView> placements, boolean requestable, List<Kin> family) {
    /**
     * Somebody of whom who leads says that they are of her family.
     *
     * @param code code of their case, as far as it is open to the reader
     * @param preferredName the name they use, as far as it is open
     * @param agreed whether it is said of both; until then no house places them together
     */
    public record Kin(
            CaseId caseId,
            Optional<String> code,
            Optional<String> preferredName,
            boolean child,
            Instant saidAt,
            boolean agreed) {}

    /**
     * One placement: code name, status and dates.
     *
     * @param codeName name of the house that says nothing of where it is; empty until a bed is offered
     * @param nextType where she went: code of accommodation_type
     * @param moveAgreedAt when who leads last agreed that she is moved
     * @param wayOpenUntil until when the reader, who brings her, may read the way to the house
     * @param spokenBefore whether she spoke with the house before she came, code of spoken_before; empty: nobody has said
     * @param own the house's own part, for the house alone
     */
    public record PlacementView(
            PlacementId id,
            Optional<String> codeName,
            String status,
            Instant requestedAt,
            Optional<Instant> admittedAt,
            Optional<Instant> endedAt,
            Optional<String> nextType,
            Optional<Instant> moveAgreedAt,
            Optional<Instant> wayOpenUntil,
            Optional<String> spokenBefore,
            Optional<Own> own) {}

    /**
     * What only the house knows.
     *
     * @param family the other placements of her family
     * @param warnings codes of housing_warning that were weighed
     * @param nextWords what was said of the next place
     */
    public record Own(
            Optional<FacilityId> facility,
            Optional<BedId> bed,
            Optional<String> bedLabel,
            Optional<Instant> arrivesAt,
            Optional<Instant> leavesAt,
            Optional<Instant> heldUntil,
            Optional<Instant> absentUntil,
            Optional<String> declineReason,
            Optional<String> endReason,
            Optional<String> nextWords,
            List<PlacementId> family,
            List<String> warnings,
            int version) {}
}
