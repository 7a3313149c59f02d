package org.alongside.organisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.alongside.code.CodeOf;

/**
 * What is said of an organisation when it is admitted, and may be said anew later.
 *
 * @param name at most 120 characters
 * @param type code of organisation_type
 * @param region code of region
 * @param competentAuthority whether its coordinators look at what is overdue and decide on status
 * @param approvesEveryReferral whether a second person of it looks at every referral before it goes out
 * @param vettedOn day on which it was vetted, not in the future; null: not yet, and nothing is sent to it
 * @param agreementUntil last day of its sharing agreement; null: none, and nothing is sent to it
 */
public record NewOrganisation(
        @NotNull @Size(max = 120) String name,
        @NotNull @CodeOf("organisation_type") String type,
        @NotNull @CodeOf("region") String region,
        boolean competentAuthority,
        boolean approvesEveryReferral,
        LocalDate vettedOn,
        LocalDate agreementUntil) {}
