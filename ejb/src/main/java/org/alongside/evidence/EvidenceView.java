package org.alongside.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.DocumentId;

/**
 * Something that proves something in a matter.
 *
 * @param number by which it is called in its matter
 * @param entry what is said of it now
 * @param before what was said of it before, the newest first
 * @param chain the links that hold, from the first to whoever has it now
 * @param mended links that others stand for now, by their place, in the order in which they were written
 * @param checks whether it was still what was written down, the newest first
 */
public record EvidenceView(
        UUID id,
        int number,
        EvidenceEntry entry,
        List<EvidenceEntry> before,
        List<Custody> chain,
        List<Custody> mended,
        List<EvidenceCheck> checks) {

    /** Who has it now, by the last link; empty: nobody wrote down yet that it was handed to anybody. */
    public Optional<EvidenceParty> holder() {
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(chain.get(chain.size() - 1).taker());
    }

    /** How the last look at it ended, code of evidence_outcome; empty: nobody looked. */
    public Optional<String> outcome() {
        return checks.stream().findFirst().map(EvidenceCheck::outcome);
    }

    /**
     * What is said of it.
     *
     * @param kind code of evidence_type
     * @param words what it is: privileged
     * @param source from whom it came, code of evidence_party
     * @param document the document of the matter; empty: it is kept elsewhere
     * @param sha256 by which it is known again, hexadecimal; of the document as it is kept
     * @param handedSha256 of the document as it was handed in
     * @param writtenBy who wrote it, by name
     */
    public record EvidenceEntry(
            String kind,
            String words,
            String source,
            LocalDate sourceOn,
            EvidenceParty original,
            Optional<DocumentId> document,
            Optional<Integer> documentVersion,
            Optional<String> sha256,
            Optional<String> handedSha256,
            Instant writtenAt,
            String writtenBy) {}

    /**
     * Who has or had something.
     *
     * @param role code of evidence_party
     * @param name where the code does not say who it is
     */
    public record EvidenceParty(String role, Optional<String> name) {
        boolean same(EvidenceParty other) {
            return role.equals(other.role) && name.map(String::toLowerCase).equals(other.name.map(String::toLowerCase));
        }
    }

    /**
     * A link of the chain.
     *
     * @param position its place in the chain, from 1
     * @param zone in which zone the time was told, IANA
     * @param purpose code of custody_purpose
     * @param condition code of custody_condition
     * @param seal number of its seal
     */
    public record Custody(
            UUID id,
            int position,
            EvidenceParty giver,
            EvidenceParty taker,
            Instant handedAt,
            String zone,
            String purpose,
            String condition,
            Optional<String> seal,
            Instant writtenAt,
            String writtenBy) {}

    /**
     * A look at whether it is still what was written down.
     *
     * @param outcome code of evidence_outcome
     * @param expected the hash that was written down
     * @param found the hash of what was there; empty: it could not be read
     */
    public record EvidenceCheck(
            String outcome, String expected, Optional<String> found, Instant checkedAt, String checkedBy) {}
}
