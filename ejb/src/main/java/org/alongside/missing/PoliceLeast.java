package org.alongside.missing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.alongside.shared.MissingId;

/**
 * What the police are told of who is missing, and nothing else (disclosure_exception, MISSING_PERSON: identity, photo, risk; not the
 * trafficking narrative): no address, no house, no story. Told by word of mouth; the product sends nothing.
 *
 * @param basis code of police_ground on which they may be told now; empty: they may not, and nothing else is here
 * @param name of hers, as far as the reader may know it
 * @param birthDate where it is known and the reader's to know; else the age band says it
 * @param ageBand code of age_band
 * @param sex code of sex_recorded
 * @param language code of language that she speaks
 * @param riskLevel code of risk_level
 * @param callBack the organisation that leads and is called back, never a house
 */
public record PoliceLeast(
        MissingId id,
        boolean child,
        Optional<String> basis,
        Optional<String> name,
        Optional<LocalDate> birthDate,
        Optional<String> ageBand,
        Optional<String> sex,
        Optional<String> language,
        Optional<String> riskLevel,
        Optional<Instant> goneAt,
        Optional<String> callBack) {

    /** Where they may not be told now. */
    static PoliceLeast nothing(MissingId id, boolean child) {
        return new PoliceLeast(
                id,
                child,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
