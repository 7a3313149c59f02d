package org.alongside.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ServiceId;
import org.alongside.shared.TeamId;

/**
 * A service that an organisation offers.
 *
 * @param type code of service_type
 * @param sexes codes of sex_recorded it is for; empty: everybody
 * @param minAge youngest age in years, if there is one
 * @param capacity PLACES, FEW, WAITING_LIST, FULL or UNKNOWN: a band, never a number
 * @param vetted whether the organisation was vetted and is not suspended
 * @param agreementUntil last day of its sharing agreement, if it has one
 */
public record ServiceOffer(
        ServiceId id,
        OrganisationId organisation,
        String organisationName,
        String organisationType,
        TeamId team,
        String type,
        String name,
        String region,
        boolean remote,
        boolean forChildren,
        Optional<Integer> minAge,
        Optional<Integer> maxAge,
        List<String> sexes,
        List<String> languages,
        List<String> accessibility,
        String capacity,
        Optional<Instant> capacityToldAt,
        boolean vetted,
        Optional<LocalDate> agreementUntil) {

    /** Whether it gives a roof: an adult one takes no child but with a parent who is not excluded. */
    public boolean isShelter() {
        return "SHELTER".equals(type);
    }

    /** Whether it is emergency help that never waits for a notification: shelter and health. */
    public boolean isShelterOrHealth() {
        return isShelter() || "HEALTH_MEDICAL".equals(type) || "FORENSIC_MEDICAL".equals(type);
    }

    public boolean isPoliceOrProsecution() {
        return "POLICE_PROTECTION".equals(type)
                || "LAW_ENFORCEMENT".equals(organisationType)
                || "PROSECUTION_COURT".equals(organisationType);
    }

    /** Whether the agreement under which information may be shared with it is alive on that day. */
    public boolean agreementAlive(LocalDate day) {
        return vetted && agreementUntil.filter(until -> !until.isBefore(day)).isPresent();
    }
}
