package org.alongside.consent;

import java.time.Duration;
import java.util.Set;
import org.alongside.access.Role;

/**
 * A purpose that this programme asks about, as table {@code purpose_asked} has it.
 *
 * @param purpose code of consent_purpose
 * @param longest the longest period of one yes, in exact time (a day is 24 hours)
 * @param recipients NONE; ORGANISATION: named by a release each; NAMED: her yes says to whom or by whom
 * @param askedBy the roles of those who lead her case that may ask
 */
public record AskedPurpose(
        String purpose, boolean ofAdults, boolean ofChildren, Duration longest, String recipients, Set<Role> askedBy) {
    boolean isAskedOf(boolean child) {
        return child ? ofChildren : ofAdults;
    }

    boolean isAskedBy(Set<Role> roles) {
        return askedBy.stream().anyMatch(roles::contains);
    }

    /** Whether a yes says to whom or by whom. */
    boolean named() {
        return "NAMED".equals(recipients);
    }
}
