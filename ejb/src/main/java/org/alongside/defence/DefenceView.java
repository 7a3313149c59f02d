package org.alongside.defence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.NonPunishmentId;

/**
 * What is done so that she is not punished for what she was made to do.
 *
 * @param offences for her lawyer all, for who leads what they noted themselves; the newest first
 * @param defences what her lawyer is to see to, the newest first; for who leads without what it is about
 */
public record DefenceView(CaseId caseId, DefenceMay may, List<Offence> offences, List<Defence> defences) {
    /** What the reader may do. */
    public record DefenceMay(boolean note, boolean settle) {}

    /**
     * What she was made to do.
     *
     * @param offence code of coerced_offence
     * @param stage code of offence_stage
     */
    public record Offence(UUID id, String offence, String stage, Instant notedAt) {}

    /**
     * That a lawyer is to see to something.
     *
     * @param defendBy by when
     * @param outcome code of non_punishment_outcome; for her lawyer alone
     */
    public record Defence(
            NonPunishmentId id,
            Instant begunAt,
            Instant findBy,
            Instant defendBy,
            Optional<Instant> settledAt,
            Optional<String> outcome,
            boolean ended) {
        public boolean open() {
            return settledAt.isEmpty() && !ended;
        }
    }
}
