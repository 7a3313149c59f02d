package org.alongside.courtorder;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.shared.CourtOrderId;

/**
 * A court order that nobody can check, as data protection sees it: of the file its code and who leads it, and nothing of what is in it.
 *
 * @param kind code of court_order_kind
 * @param authority code of court_order_authority
 * @param reference under which the authority keeps it
 * @param answerOn its last day
 * @param checkBy by when a lawyer should have checked it, UTC
 */
public record OrderWithoutLawyer(
        CourtOrderId id,
        String caseCode,
        String leadName,
        String kind,
        String authority,
        String reference,
        LocalDate receivedOn,
        LocalDate answerOn,
        Instant checkBy) {}
