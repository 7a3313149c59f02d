package org.alongside.restriction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.RestrictionId;
import org.alongside.shared.WorkerId;

/**
 * The limits on somebody's stay as far as they are the reader's to know.
 *
 * @param code code of the case
 * @param preferredName the name she uses
 * @param restrictions those that last first, then the newest
 * @param imposable whether the reader can impose one
 * @param reviewers who of the house besides the reader can review one
 */
public record RestrictionView(
        PlacementId placement,
        CaseId caseId,
        String code,
        Optional<String> preferredName,
        List<Restriction> restrictions,
        boolean imposable,
        List<Reviewer> reviewers) {

    /**
     * One of them: that there is one, from when until when.
     *
     * @param reviewBy by when it is looked at again
     * @param own the house's own part, for the house alone
     */
    public record Restriction(
            RestrictionId id,
            Instant beganAt,
            Instant endsAt,
            Instant reviewBy,
            Optional<Instant> endedAt,
            Optional<OfTheHouse> own) {}

    /**
     * What only the house knows.
     *
     * @param kind code of restriction_kind
     * @param imposedBy name of who imposed or prolonged it last
     * @param imposedBySelf whether that is the reader, who does not review it
     * @param reviewer name of who reviews it
     * @param toldAt when she was told of it
     * @param endKind how it ended: code of restriction_end
     * @param endToldAt when she was told that it ended
     * @param steps why, the newest first
     */
    public record OfTheHouse(
            String kind,
            String imposedBy,
            boolean imposedBySelf,
            String reviewer,
            Optional<Instant> toldAt,
            Optional<String> endKind,
            Optional<Instant> endToldAt,
            List<RestrictionStep> steps) {}

    /**
     * What was done about it, and why.
     *
     * @param step code of restriction_step
     * @param by name of who did it
     */
    public record RestrictionStep(String step, String words, Instant endsAt, Instant at, String by) {}

    /** Somebody of the house who can review one. */
    public record Reviewer(WorkerId id, String name) {}
}
