package org.alongside.proceeding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who acts in a matter and by what right: her lawyer's own.
 *
 * @param counsel who acts; absent: nobody was written down, and any lawyer of the house may
 * @param checks what the checks for conflicts found, the newest first
 * @param mandates what was signed, what runs first and then the newest
 * @param court before whom and in which roles; absent: nothing was said
 * @param missing what still has to be written down: CHECK, MANDATE
 * @param checkFirst whether nothing of the case goes in: nobody has checked, or the newest check found a conflict
 * @param declined whether the house cannot act for her in this
 * @param lawyers lawyers and colleagues of the house, to choose among
 * @param acts whether the caller acts in it
 */
public record CounselView(
        Optional<Counsel> counsel,
        List<ConflictCheckView> checks,
        List<MandateView> mandates,
        Optional<MatterCourt> court,
        List<String> missing,
        boolean checkFirst,
        boolean declined,
        List<Counsel> lawyers,
        boolean acts) {

    /** Somebody of the house of lawyers. */
    public record Counsel(UUID worker, String name) {}

    /**
     * A check for conflicts.
     *
     * @param opposing code of opposing_role
     * @param result code of conflict_result
     */
    public record ConflictCheckView(
            String opposing,
            boolean otherMatter,
            boolean colleague,
            boolean known,
            String result,
            Instant checkedAt,
            String checkedBy) {}

    /**
     * A mandate.
     *
     * @param giver code of mandate_giver
     * @param scope code of mandate_scope
     * @param signedBy the lawyer who signed
     * @param endedBy code of mandate_end
     */
    public record MandateView(
            UUID id,
            String giver,
            String scope,
            LocalDate signedOn,
            Optional<LocalDate> untilOn,
            String signedBy,
            Optional<String> endedBy,
            Optional<LocalDate> endedOn) {}

    /**
     * Before whom, and in which roles.
     *
     * @param herRole code of her_role
     * @param opposing code of opposing_role
     */
    public record MatterCourt(
            Optional<String> court, Optional<String> reference, Optional<String> herRole, Optional<String> opposing) {}
}
