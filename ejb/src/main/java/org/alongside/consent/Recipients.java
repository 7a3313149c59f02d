package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.CallerContext;
import org.alongside.code.Codes;
import org.alongside.organisation.Partners;
import org.alongside.shared.Check;
import org.alongside.shared.OrganisationId;

/** Whom she can be asked about, and for which purpose: police and prosecution for theirs, everybody else for help. */
@ApplicationScoped
class Recipients {
    /** That an organisation leads her case from then on: nothing opens under it before it does. */
    static final String TO_LEAD = "CASE_MANAGEMENT";

    private static final Set<String> SHARING = Set.of("SHARE_REFERRAL", "SHARE_LAW_ENFORCEMENT", TO_LEAD);
    private static final Set<String> POLICE = Set.of("LAW_ENFORCEMENT", "PROSECUTION_COURT");

    @Inject
    CallerContext callers;

    @Inject
    Partners partners;

    @Inject
    Codes codes;

    /** Adds what is wrong with the recipient and the purpose; what is missing is said elsewhere. */
    void check(Check check, OrganisationId recipient, String purpose) {
        check.optionalCode(purpose, "purpose", codes.in("consent_purpose"))
                .that(
                        purpose == null || !codes.in("consent_purpose").test(purpose) || SHARING.contains(purpose),
                        "purpose",
                        "purpose-not-asked-here");
        if (recipient != null) {
            Optional<String> type = partners.typeOf(recipient);
            check.that(
                    type.isPresent() && !recipient.equals(callers.caller().organisation()),
                    "recipient",
                    "unknown-organisation");
            boolean police = type.filter(POLICE::contains).isPresent();
            check.that(
                    !SHARING.contains(String.valueOf(purpose)) || police == "SHARE_LAW_ENFORCEMENT".equals(purpose),
                    "purpose",
                    "purpose-against-recipient");
        }
    }
}
