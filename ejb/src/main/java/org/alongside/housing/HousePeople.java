package org.alongside.housing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;

/**
 * Who lives in a house and what is still owed to them, as far as they are the reader's to know.
 *
 * @param codeName name of the house that says nothing of where it is
 * @param rulesVersion the newest version of its rules; 0: none was written
 * @param closesAt from when on it is closed, as planned, UTC
 * @param closingReason code of house_closing_reason
 * @param unknown how many live there whom the reader may not know
 */
public record HousePeople(
        FacilityId house,
        String codeName,
        int rulesVersion,
        Optional<Instant> closesAt,
        Optional<String> closingReason,
        int unknown,
        List<Resident> residents) {
    /**
     * Somebody who lives there.
     *
     * @param code code of the case
     * @param preferredName the name she uses
     * @param status code of placement_status
     * @param language code of language
     * @param rulesToldVersion the newest version of the rules that was explained to her here
     * @param toBeTold whether a newer one is to be explained to her
     * @param talkedAt when somebody of the house last talked with her
     * @param talkedBy name of who did
     * @param talkBy by when somebody talks with her again
     * @param limits how many limits there are on her stay
     * @param leavesAt when she leaves, as agreed
     * @param needsPlace whether she needs another place before the house is closed
     * @param healthShared whether what others must know of her health is the reader's to know
     * @param toLookAfter that, as far as anything is noted
     */
    public record Resident(
            String bedLabel,
            PlacementId placement,
            CaseId caseId,
            String code,
            Optional<String> preferredName,
            String status,
            String language,
            Optional<Integer> rulesToldVersion,
            boolean toBeTold,
            Optional<Instant> talkedAt,
            Optional<String> talkedBy,
            Instant talkBy,
            int limits,
            Optional<Instant> leavesAt,
            boolean needsPlace,
            boolean healthShared,
            List<ToLookAfter> toLookAfter) {}
}
