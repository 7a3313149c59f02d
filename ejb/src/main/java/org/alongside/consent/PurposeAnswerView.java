package org.alongside.consent;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.PurposeAnswerId;

/**
 * What she said of a purpose at one time.
 *
 * @param purpose code of consent_purpose
 * @param answer code of purpose_answer
 * @param state code of purpose_state: what became of it, at the time of reading
 * @param until when her yes ends
 * @param askedFrom if she agreed: from when she is asked again before it ends, UTC
 * @param named to whom or by whom
 * @param giver code of consent_giver; there if she agreed
 * @param takesBack the yes that ended with it
 * @param reason GIVER_EXCLUDED where a yes ended because who gave it for her is excluded; empty: at her word
 */
public record PurposeAnswerView(
        PurposeAnswerId id,
        String purpose,
        String answer,
        String state,
        Instant givenAt,
        Optional<Instant> until,
        Optional<Instant> askedFrom,
        Optional<String> named,
        Optional<String> giver,
        Optional<String> medium,
        Optional<String> language,
        Optional<PurposeAnswerId> takesBack,
        Optional<String> reason) {
    /** Whether it is what she says today. */
    public boolean today() {
        return !"REPLACED".equals(state);
    }

    /** Whether she agrees to it now. */
    public boolean agreed() {
        return PurposeAnswers.AGREED.equals(state);
    }
}
