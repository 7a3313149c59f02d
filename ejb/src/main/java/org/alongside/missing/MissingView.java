package org.alongside.missing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;

/**
 * That somebody is or was missing, as far as the reader may know it.
 *
 * @param status code of missing_status
 * @param goneAt since when nobody knew where she was
 * @param foundHow code of found_how
 * @param talkBy by when somebody talks with her; empty: nobody is to
 * @param ended whether the file was closed meanwhile
 * @param clocks what is due by when, and when it was done, in the order of their times; what is not asked is not there
 * @param done who did what, the oldest first; what somebody did of whom the reader may not know is not there
 * @param report that the police know, for those who search
 * @param talk what she says of it, for those who read all of her safety and whoever wrote it
 * @param ifMissing what her safety plan says is to be done, for those who may read it
 * @param may what the reader can do
 */
public record MissingView(
        MissingId id,
        CaseId caseId,
        Optional<AlertId> alert,
        boolean child,
        String status,
        Instant goneAt,
        Instant beganAt,
        Optional<Instant> locatedAt,
        Optional<String> foundHow,
        Optional<Instant> talkBy,
        Optional<Instant> talkedAt,
        boolean ended,
        List<MissingClock> clocks,
        List<MissingDone> done,
        Optional<PoliceReport> report,
        Optional<ReturnTalk> talk,
        Optional<String> ifMissing,
        MissingAbility may) {

    /** Whether she is still missing. */
    public boolean running() {
        return locatedAt.isEmpty() && !ended;
    }

    /**
     * Something that is due.
     *
     * @param step code of missing_clock
     */
    public record MissingClock(String step, Instant by, Optional<Instant> doneAt) {}

    /**
     * Something that was done.
     *
     * @param step code of missing_done
     */
    public record MissingDone(String step, Instant at, String worker, String organisation) {}

    /**
     * That the police know.
     *
     * @param basis code of police_ground
     */
    public record PoliceReport(String reference, String basis, Instant at) {}

    /** What she says of it; without words: she does not want to talk about it. */
    public record ReturnTalk(Instant heldAt, Optional<String> words) {}

    /**
     * What the reader can do.
     *
     * @param steps codes of missing_step
     */
    public record MissingAbility(
            List<String> steps, boolean report, boolean find, boolean leaveUnresolved, boolean talk) {}
}
