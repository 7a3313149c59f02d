package org.alongside.consent;

import jakarta.validation.constraints.NotNull;
import org.alongside.shared.OrganisationId;

/**
 * She said no to one organisation; why is not asked.
 *
 * @param purpose code of consent_purpose: SHARE_REFERRAL, or SHARE_LAW_ENFORCEMENT for police and prosecution
 */
public record NewRefusal(
        @NotNull OrganisationId recipient, @NotNull String purpose) {}
