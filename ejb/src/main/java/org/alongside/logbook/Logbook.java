package org.alongside.logbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.ShiftLineId;
import org.alongside.shared.ShiftNoteId;
import org.alongside.shared.WorkerId;

/**
 * A house's log as the shift finds it, with nobody whom its reader may not know.
 *
 * @param untaken what the last shift left and nobody has taken over yet, newest first
 * @param open what is still to be done, whoever left it, soonest due first
 * @param recent what was taken over lately, newest first
 * @param folded older ones, newest first, at most fifty
 */
public record Logbook(
        FacilityId house,
        String codeName,
        List<ShiftNote> untaken,
        List<ShiftLine> open,
        List<ShiftNote> recent,
        List<ShiftNote> folded) {

    /**
     * What a shift left.
     *
     * @param writtenBy name of who wrote it
     * @param own whether that is the reader, who does not take over from themselves
     * @param takenOverBy name of who read it and went on from there
     */
    public record ShiftNote(
            ShiftNoteId id,
            Optional<String> words,
            Instant writtenAt,
            String writtenBy,
            boolean own,
            Optional<Instant> takenOverAt,
            Optional<String> takenOverBy,
            List<ShiftLine> lines) {}

    /**
     * One thing to know or to do.
     *
     * @param kind code of shift_line_kind
     * @param about whom it is about; absent: the house
     * @param doneBy name of who did it
     */
    public record ShiftLine(
            ShiftLineId id,
            String kind,
            String words,
            Optional<HousePerson> about,
            Optional<Instant> dueAt,
            Optional<Instant> doneAt,
            Optional<String> doneBy) {}

    /**
     * Somebody of the house.
     *
     * @param code code of the case
     * @param preferredName the name she uses
     */
    public record HousePerson(CaseId caseId, String code, Optional<String> preferredName) {}

    /** Somebody who works in the house. */
    public record ShiftColleague(WorkerId id, String name) {}
}
