package org.alongside.attestation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Permission;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseView;
import org.alongside.casefile.Excerpts;
import org.alongside.consent.Consents;
import org.alongside.consent.Exclusions;
import org.alongside.consent.PurposeAnswers;
import org.alongside.consent.RefusedConsents;
import org.alongside.disclosure.DisclosureJournal;
import org.alongside.shared.CaseId;

/** The door to the survivor's own list on paper: what she said of each purpose, agreed to, keeps back and said no to, and who got what. */
@Stateless
@PermitAll
public class LedgerService {
    @Inject
    CallerContext callers;

    @Inject
    PurposeAnswers answers;

    @Inject
    Consents consents;

    @Inject
    Exclusions exclusions;

    @Inject
    RefusedConsents refusals;

    @Inject
    Attestations attestations;

    @Inject
    DisclosureJournal disclosures;

    @Inject
    Excerpts excerpts;

    @Inject
    Printing printing;

    /** Every version, newest first, with her name and language as far as they are open; audited by kind of information. */
    @Requires(Permission.PRINT_CONSENT)
    public Printed<PrintedLedger> print(CaseId caseId) {
        Caller caller = callers.caller();
        CaseView file = excerpts.of(caller, caseId, EnumSet.of(Category.IDENTITY, Category.DEMOGRAPHICS));
        Set<Category> categories = EnumSet.of(Category.REFERRALS);
        categories.addAll(file.categories());
        return printing.marked(
                new PrintedLedger(
                        file.leadName(),
                        file.code(),
                        file.who().map(CaseView.Who::preferredName),
                        file.language().map(CaseView.Language::code),
                        answers.of(caseId),
                        consents.of(caseId, caller.now()),
                        exclusions.of(caseId),
                        refusals.of(caseId),
                        attestations.shared(caseId, caller.now()),
                        attestations.of(caseId, caller.now()),
                        disclosures.made(caseId, caller)),
                categories);
    }
}
