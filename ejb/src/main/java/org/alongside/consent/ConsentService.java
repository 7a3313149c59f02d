package org.alongside.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseFacts;
import org.alongside.casefile.CaseView;
import org.alongside.casefile.Excerpts;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.ConsentId;
import org.alongside.shared.ExclusionId;
import org.alongside.shared.Refusal;

/** The door to consents: record one in her presence, read them, take one back at her word. */
@Stateless
@PermitAll
public class ConsentService {
    @Inject
    CallerContext callers;

    @Inject
    Consents consents;

    @Inject
    CaseFacts facts;

    @Inject
    Recipients recipients;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Exclusions exclusions;

    @Inject
    Excerpts excerpts;

    @Inject
    Printing printing;

    @Inject
    Once once;

    @Inject
    GivenRules rules;

    @Inject
    Withdrawal withdrawal;

    /**
     * Records a consent, which replaces an earlier one to the same organisation for the same purpose: what was shared under
     * that one goes on as it was agreed. Refuses INVALID with every reason by field.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RECORD_CONSENT)
    public ConsentId record(CaseId caseId, NewConsent given, String key) {
        Caller caller = callers.caller();
        Instant givenAt = given.givenAt() == null ? caller.now() : given.givenAt();
        Instant expiresAt = given.expiresAt() == null ? givenAt.plus(settings.of("consent-usual")) : given.expiresAt();
        CaseFacts.Facts survivor = facts.of(caseId);
        survivor.requireOpen();
        check(caseId, survivor, given, givenAt, expiresAt, caller);
        ConsentId id = ConsentId.random();
        return once.perform(key, "RECORD_CONSENT " + caseId, given, id.value(), caller)
                .map(ConsentId::new)
                .orElseGet(() -> {
                    consents.add(Consent.give(
                            id, caseId, given, rules.relation(caseId, giver(given)), givenAt, expiresAt, caller));
                    given.withheld()
                            .forEach(kept -> exclusions.say(
                                    ExclusionId.random(),
                                    caseId,
                                    new NewExclusion(given.recipient(), kept.category(), kept.part())));
                    return id;
                });
    }

    /** The consents of the case, newest first. */
    @Requires(Permission.READ_CONSENTS)
    public List<ConsentView> of(CaseId caseId) {
        return consents.of(caseId, callers.caller().now());
    }

    /** One consent for paper, with the name she uses as far as it is open; audited by kind of information. */
    @Requires(Permission.PRINT_CONSENT)
    public Printed<PrintedConsent> print(ConsentId consentId) {
        Caller caller = callers.caller();
        Consent consent = consents.find(consentId).orElseThrow(Refusal::notThere);
        CaseView file = excerpts.of(caller, consent.caseId(), EnumSet.of(Category.IDENTITY));
        Set<Category> categories = EnumSet.of(Category.REFERRALS);
        categories.addAll(file.categories());
        return printing.marked(
                consent.printed(
                        consents.named(consent, caller.now()),
                        file,
                        exclusions.inForce(consent.caseId(), consent.recipient())),
                categories);
    }

    /**
     * Takes a consent back, and with it those that it replaced: in this transaction their grants end and open referrals under
     * them are revoked, and who got something under them is asked to attest its return or destruction.
     */
    @Requires(Permission.WITHDRAW_CONSENT)
    public void withdraw(ConsentId consentId) {
        withdrawal.atHerWord(consents.find(consentId).orElseThrow(Refusal::notThere));
    }

    private void check(
            CaseId caseId,
            CaseFacts.Facts survivor,
            NewConsent given,
            Instant givenAt,
            Instant expiresAt,
            Caller caller) {
        Check check = new Check();
        new Fields(codes, check).check(given, "");
        check.that(
                        !given.categories().isEmpty() && Category.SHAREABLE.containsAll(given.categories()),
                        "categories",
                        given.categories().isEmpty() ? "missing" : "not-shareable")
                .that(expiresAt.isAfter(caller.now()), "expiresAt", "in-the-past")
                .that(
                        !expiresAt.isAfter(givenAt.plus(settings.of("consent-longest"))),
                        "expiresAt",
                        "longer-than-a-year");
        rules.said(check, caseId, survivor, given.medium(), given.witness(), given.explained(), givenAt, caller.now());
        withheld(check, caseId, given);
        recipients.check(check, given.recipient(), given.purpose());
        rules.giver(check, caseId, survivor, giver(given), givenAt);
        check.orRefuse();
    }

    /** What she keeps back she does not agree to, today or before. */
    private void withheld(Check check, CaseId caseId, NewConsent given) {
        for (int at = 0; at < given.withheld().size(); at++) {
            Withheld kept = given.withheld().get(at);
            Exclusions.check(check, "withheld." + at + ".", kept.category(), kept.part());
            check.that(
                    !Exclusions.WHOLE.equals(kept.part()) || !given.categories().contains(kept.category()),
                    "withheld." + at + ".category",
                    "agreed-and-kept-back");
        }
        if (given.recipient() != null) {
            exclusions
                    .keptFrom(caseId, given.recipient())
                    .forEach((category, part) -> check.that(
                            !Exclusions.WHOLE.equals(part)
                                    || !given.categories().contains(category),
                            "categories",
                            "kept-back",
                            category.name()));
        }
    }

    private static Giver giver(NewConsent given) {
        return new Giver(given.giver(), given.giverRight(), given.guardian(), given.giverRelation(), given.assent());
    }
}
