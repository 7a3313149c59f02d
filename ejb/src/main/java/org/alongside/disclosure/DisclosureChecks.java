package org.alongside.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.casefile.CaseFacts;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.consent.Exclusions;
import org.alongside.guardian.Guardians;
import org.alongside.organisation.Partners;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;

/** What stands against a proposal: the exception's own minimum, one recipient, and what she keeps from them (DOMAIN 7.4). */
@ApplicationScoped
class DisclosureChecks {
    /** What only somebody can say who stands for her. */
    private static final Set<String> OF_A_GUARDIAN = Set.of("AGREES", "OBJECTS");

    @Inject
    Guardians guardians;

    @Inject
    Codes codes;

    @Inject
    CaseFacts survivors;

    @Inject
    Partners partners;

    @Inject
    Exclusions exclusions;

    @Inject
    Disclosures disclosures;

    /** The rule of the exception; refuses INVALID with every reason by field. */
    DisclosureRules.Ground check(CaseId caseId, NewDisclosure asked, Caller caller) {
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        check.that(!asked.categories().isEmpty(), "categories", "missing");
        recipient(check, asked, caller);
        List<DisclosureRules.Ground> known = disclosures.exceptions().stream()
                .filter(one -> one.code().equals(asked.exception()))
                .toList();
        check.that(!known.isEmpty() || asked.exception() == null, "exception", "disclosure-another-way");
        known.forEach(rule -> rule(check, rule, asked, survivors.of(caseId).child()));
        kept(check, caseId, asked);
        check.that(
                !OF_A_GUARDIAN.contains(String.valueOf(asked.guardianView())) || guardians.somebodyStands(caseId),
                "guardianView",
                "nobody-stands-for-her");
        check.orRefuse();
        return known.get(0);
    }

    private void recipient(Check check, NewDisclosure asked, Caller caller) {
        boolean body = asked.body() != null && !asked.body().isBlank();
        check.that((asked.recipient() != null) != body, "recipient", "disclosure-one-recipient")
                .that(!body || !disclosures.namesPartner(asked.body()), "body", "disclosure-is-a-partner");
        if (asked.recipient() != null) {
            check.that(
                    partners.typeOf(asked.recipient()).isPresent()
                            && !asked.recipient().equals(caller.organisation()),
                    "recipient",
                    "unknown-organisation");
        }
    }

    private static void rule(Check check, DisclosureRules.Ground rule, NewDisclosure asked, boolean child) {
        check.that(child || !rule.childOnly(), "exception", "only-for-a-child")
                .that(rule.categories().containsAll(asked.categories()), "categories", "disclosure-beyond-minimum")
                .that(!rule.needsOrder() || said(asked.orderReference()), "orderReference", "missing")
                .that(!rule.asksGuardian() || said(asked.guardianView()), "guardianView", "missing");
    }

    private void kept(Check check, CaseId caseId, NewDisclosure asked) {
        if (asked.recipient() != null && !said(asked.overriding())) {
            Set<Category> kept = EnumSet.noneOf(Category.class);
            kept.addAll(exclusions.keptFrom(caseId, asked.recipient()).keySet());
            check.that(Collections.disjoint(kept, asked.categories()), "overriding", "disclosure-kept-back");
        }
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }
}
