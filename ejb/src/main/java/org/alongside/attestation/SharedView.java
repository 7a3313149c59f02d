package org.alongside.attestation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;

/**
 * What had been shared with one organisation under one consent.
 *
 * @param openedAt since when, UTC
 * @param closedAt until when; empty where it is open now
 * @param lastOpenedAt when somebody there last opened her file while it was open to them; empty where nobody did
 */
public record SharedView(
        ConsentId consent,
        OrganisationId recipient,
        String recipientName,
        Set<Category> categories,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<Instant> lastOpenedAt) {}
