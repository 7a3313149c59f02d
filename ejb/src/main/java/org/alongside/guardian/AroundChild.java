package org.alongside.guardian;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The people around a child as far as they are open to the caller.
 *
 * @param guardians who stands for her first, who did before last
 * @param excluded who is kept out, newest first; told with the full safety category alone
 * @param lifted who was kept out and is no more; told to those who lead
 * @param missing that nobody stands for her who can decide for her, and by when somebody is to
 */
public record AroundChild(
        List<GuardianView> guardians,
        List<ExcludedPersonView> excluded,
        List<LiftedExclusionView> lifted,
        Optional<Missing> missing) {
    /**
     * That a guardian is needed (DL23).
     *
     * @param provisionalBy when a provisional one is to be found, UTC
     * @param appointedBy when one is to be appointed, UTC
     */
    public record Missing(Instant since, Instant provisionalBy, Instant appointedBy) {}
}
