package org.alongside.consent;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.CaseId;

/**
 * A yes that ends soon or has ended, so that she is asked again.
 *
 * @param code by which her file is spoken of
 * @param preferredName the name she uses, as far as it is open
 * @param purpose code of consent_purpose
 * @param until when it ends or ended
 * @param askedFrom since when it has been time to ask her, UTC
 */
public record EndingAnswer(
        CaseId caseId, String code, Optional<String> preferredName, String purpose, Instant until, Instant askedFrom) {}
