package org.alongside.police;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;

/**
 * What the reader's own agency keeps.
 *
 * @param kept under which reference; empty: not yet
 * @param notes the newest first
 * @param needs what is open first, then the newest
 * @param shares what was told and not taken back, the newest first
 */
public record PoliceStore(
        CaseId caseId,
        Optional<PoliceRecord> kept,
        List<PoliceNote> notes,
        List<ProtectionNeed> needs,
        List<PoliceShare> shares) {
    /** Under which reference an agency keeps what it was asked for. */
    public record PoliceRecord(String reference, Optional<String> unit, Optional<String> contact) {}

    /** What the agency notes of its own work. */
    public record PoliceNote(UUID id, String words, Instant writtenAt, String writtenBy) {}

    /** @param measure code of protection_measure */
    public record ProtectionNeed(UUID id, String measure, Instant notedAt, Optional<Instant> endedAt) {}

    /**
     * What was told.
     *
     * @param kind code of police_share
     * @param own whether the reader told it, and may take it back
     */
    public record PoliceShare(UUID id, String kind, String words, Instant sharedAt, boolean own) {}

    /**
     * What an agency told to somebody else.
     *
     * @param caseCode by which the file is spoken of
     * @param agency who told it, by name
     */
    public record PoliceWord(UUID id, String caseCode, String agency, String words, Instant sharedAt) {}
}
