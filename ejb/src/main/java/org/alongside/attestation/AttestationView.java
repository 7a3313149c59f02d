package org.alongside.attestation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.shared.AttestationId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;

/**
 * A request to attest return or destruction: ids, codes and instants, nothing of the person.
 *
 * @param consent the consent that she took back
 * @param referrals the cards under which the holder got something
 * @param categories what had been open to it
 * @param status ASKED, LATE, ATTESTED or STOPPED (code list attestation_status), at the time of reading
 * @param answer code of attestation_answer
 * @param duty code of keeping_duty
 */
public record AttestationView(
        AttestationId id,
        ConsentId consent,
        OrganisationId asking,
        String askingName,
        OrganisationId holder,
        String holderName,
        Set<ReferralId> referrals,
        Set<Category> categories,
        Instant askedAt,
        Instant dueAt,
        String status,
        Optional<String> answer,
        Optional<String> duty,
        Optional<Instant> answeredAt) {
    public boolean open() {
        return status.equals("ASKED") || status.equals("LATE");
    }
}
