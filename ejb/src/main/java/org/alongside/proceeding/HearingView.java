package org.alongside.proceeding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.proceeding.MatterView.Support;

/**
 * A hearing as far as it is the caller's to know.
 *
 * @param hearingAt when she must be there
 * @param place what kind of place, code of hearing_place
 * @param supports what she needs there, and who does it
 * @param protections what was asked of the court to protect her there
 * @param result what became of it, code of hearing_result; absent: it is to be, or nobody has said
 * @param file what is the lawyer's own
 * @param version for changing it only as it was read
 */
public record HearingView(
        UUID id,
        Instant hearingAt,
        String place,
        List<Support> supports,
        List<Protection> protections,
        Optional<String> result,
        Optional<HearingFile> file,
        int version) {

    /** Whether something that she needs there has nobody, or the court has not answered what would protect her. */
    public boolean missing() {
        return result.isEmpty()
                && (supports.stream().anyMatch(one -> !one.arranged())
                        || protections.stream().anyMatch(one -> one.answer().isEmpty()));
    }

    /**
     * What was asked of the court to protect her at a hearing.
     *
     * @param measure code of protection_measure
     * @param answer code of protection_answer; absent: not answered
     */
    public record Protection(
            String measure, LocalDate askedOn, Optional<String> answer, Optional<LocalDate> answeredOn) {}

    /**
     * What is the lawyer's own: privileged.
     *
     * @param type code of hearing_type
     * @param mode how she takes part, code of hearing_mode
     * @param note what came of it, in the lawyer's words
     */
    public record HearingFile(String type, String mode, Optional<String> note) {}
}
