package org.alongside.housing;

import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;

/**
 * What is done about a placement beside the bed, as who leads and the house know it.
 *
 * @param code code of the case
 * @param preferredName the name she uses, as far as it is open
 * @param status code of placement_status
 * @param possible what can be noted now: codes of follow_step
 * @param done the oldest first
 * @param spoken whether she spoke with the house before she came; empty: nobody has said
 * @param speakable whether that can be said now
 */
public record FollowView(
        CaseId caseId,
        Optional<String> code,
        Optional<String> preferredName,
        String status,
        List<String> possible,
        List<DoneStep> done,
        Optional<SpokenBefore> spoken,
        boolean speakable) {}
