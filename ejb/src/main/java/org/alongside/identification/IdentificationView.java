package org.alongside.identification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was decided of her, and her time to recover and think.
 *
 * @param decisions the newest first; none: she counts as presumed until somebody decides
 * @param recovery the newest; empty: none has begun
 * @param rule what the law of her country says of it
 */
public record IdentificationView(
        List<IdentificationDecided> decisions, Optional<RecoveryTime> recovery, RecoveryRule rule) {

    /** What holds today. */
    public Optional<IdentificationDecided> newest() {
        return decisions.stream().findFirst();
    }

    /**
     * What was decided.
     *
     * @param decision code of identification_decision
     * @param decidedBy code of identification_decider; empty: she herself
     * @param toldOn when she was told; empty: not yet
     * @param remedy what can still be done against a no, code of identification_remedy
     * @param remedyUntil the last day for that
     */
    public record IdentificationDecided(
            String decision,
            Optional<String> decidedBy,
            LocalDate decidedOn,
            Optional<LocalDate> toldOn,
            Optional<String> remedy,
            Optional<LocalDate> remedyUntil,
            String notedBy,
            Instant notedAt) {}

    /**
     * Her time to recover and think. Nothing of her help hangs on it.
     *
     * @param state code of recovery_state
     * @param begunWith code of identification_decision
     * @param endsOn its last day
     * @param askAt from when who leads is asked whether she has decided, UTC
     * @param endedOn when she decided to cooperate before that day
     * @param asked whether somebody still asks, or is going to
     * @param speaks whether what she says can be written down now
     * @param words what she said, the newest first
     */
    public record RecoveryTime(
            UUID id,
            String state,
            String begunWith,
            LocalDate beganOn,
            LocalDate endsOn,
            Instant askAt,
            Optional<LocalDate> endedOn,
            boolean asked,
            boolean speaks,
            List<RecoverySaid> words) {}

    /**
     * What she said.
     *
     * @param word code of recovery_word
     * @param advice code of legal_advice
     */
    public record RecoverySaid(String word, String advice, LocalDate saidOn, String notedBy) {}

    /**
     * What the law says.
     *
     * @param days how long it lasts
     * @param beginsWith code of identification_decision
     */
    public record RecoveryRule(int days, String beginsWith) {}
}
