package org.alongside.consent;

import java.time.Instant;
import org.alongside.shared.OrganisationId;

/** That she did not agree to share with an organisation. */
public record RefusalView(OrganisationId recipient, String recipientName, String purpose, Instant saidAt) {}
