package org.alongside.careplan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.alongside.shared.OrganisationId;

/**
 * A step as it is planned.
 *
 * @param what what is to be done
 * @param owner whose it is
 * @param dueOn by which day; null only where it is the survivor's own
 */
public record NewStep(
        @NotNull @Size(max = 300) String what, @NotNull Owner owner, LocalDate dueOn) {

    /**
     * Whose a step is: an organisation's people who have that role, or the survivor's own.
     *
     * @param organisation null, with {@code role}: the survivor herself
     * @param role code of user_role
     */
    public record Owner(OrganisationId organisation, String role) {
        /** The survivor herself. */
        public static final Owner SURVIVOR = new Owner(null, null);
    }
}
