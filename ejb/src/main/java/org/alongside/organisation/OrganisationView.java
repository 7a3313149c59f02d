package org.alongside.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.TeamId;

/**
 * An organisation as its administrator sees it.
 *
 * @param alias lasting short name, the same at the identity provider
 * @param type code of organisation_type
 * @param region code of region
 * @param standing whether something can be sent to it, and if not, why
 * @param suspendReason code of suspend_reason
 * @param workers how many work there now, the invited among them
 * @param version grows with every change
 */
public record OrganisationView(
        OrganisationId id,
        String alias,
        String name,
        String type,
        String region,
        boolean competentAuthority,
        boolean approvesEveryReferral,
        Optional<LocalDate> vettedOn,
        Optional<LocalDate> agreementUntil,
        Optional<Instant> suspendedAt,
        Optional<String> suspendReason,
        Admittance standing,
        int workers,
        List<Team> teams,
        int version) {

    /** Whether something can be sent to it. */
    public enum Admittance {
        /** Vetted, and its agreement is alive. */
        ADMITTED,
        /** Nobody has vetted it yet. */
        NOT_VETTED,
        /** It has no agreement, or the agreement has ended: care under way goes on, nothing new is sent. */
        NO_AGREEMENT,
        /** Stopped: its people do not get in. */
        SUSPENDED;

        static Admittance of(LocalDate vetted, LocalDate agreementUntil, Instant suspended, LocalDate today) {
            if (suspended != null) {
                return SUSPENDED;
            }
            if (vetted == null) {
                return NOT_VETTED;
            }
            return agreementUntil == null || agreementUntil.isBefore(today) ? NO_AGREEMENT : ADMITTED;
        }
    }

    /**
     * A circle of people who work on the same cases.
     *
     * @param reach PERSON: the one assigned and the supervisors; SHIFT: everybody
     */
    public record Team(TeamId id, String name, String reach) {}
}
