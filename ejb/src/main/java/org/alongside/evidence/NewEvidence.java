package org.alongside.evidence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.code.CodeOf;
import org.alongside.shared.DocumentId;

/**
 * Something that proves something, or what is said of it anew.
 *
 * @param words what it is: privileged
 * @param source from whom it came
 * @param sourceOn when it came from there
 * @param originalWith with whom the original is
 * @param originalName by which name, where the code does not say it
 * @param document a document of this matter; null: it is kept elsewhere
 * @param documentVersion which version of it
 * @param sha256 the hash as its holder told it, 64 hexadecimal digits; null: none, or the document's own
 */
public record NewEvidence(
        @NotNull @CodeOf("evidence_type") String kind,
        @NotNull @Size(max = 1000) String words,
        @NotNull @CodeOf("evidence_party") String source,
        @NotNull LocalDate sourceOn,
        @NotNull @CodeOf("evidence_party") String originalWith,
        @Size(max = 80) String originalName,
        DocumentId document,
        Integer documentVersion,
        @Size(max = 100) String sha256) {

    /**
     * From whose hands into whose it went.
     *
     * @param giver who had it
     * @param giverName by which name, where the code does not say it
     * @param handedAt when, not in the future
     * @param zone in which zone that is told, IANA; null: the caller's
     * @param condition in which state it was
     * @param seal number of its seal; null: it has none
     * @param corrects the link that this one stands for from now on; null: the next one
     */
    public record NewCustody(
            @NotNull @CodeOf("evidence_party") String giver,
            @Size(max = 80) String giverName,
            @NotNull @CodeOf("evidence_party") String taker,
            @Size(max = 80) String takerName,
            @NotNull Instant handedAt,
            @Size(max = 60) String zone,
            @NotNull @CodeOf("custody_purpose") String purpose,
            @NotNull @CodeOf("custody_condition") String condition,
            @Size(max = 60) String seal,
            UUID corrects) {}

    /**
     * A look at whether it is still what was written down.
     *
     * @param sha256 the hash of what its holder has now, 64 hexadecimal digits; null for a document of this matter, which is read anew
     */
    public record NewCheck(@Size(max = 100) String sha256) {}
}
