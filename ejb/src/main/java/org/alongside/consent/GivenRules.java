package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.casefile.CaseFacts;
import org.alongside.casefile.ChildsWord;
import org.alongside.code.Codes;
import org.alongside.guardian.Guardians;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;

/**
 * What holds of every consent, whatever it is about (DOMAIN 7.1): it was explained and witnessed where it must be, an adult gives
 * it herself, and for a child somebody who stands for her, with her own word, and never somebody who is excluded.
 */
@ApplicationScoped
class GivenRules {
    @Inject
    Codes codes;

    @Inject
    Guardians guardians;

    /** Adds what is wrong with how it was said. */
    void said(
            Check check,
            CaseId caseId,
            CaseFacts.Facts survivor,
            String medium,
            String witness,
            boolean explained,
            Instant givenAt,
            Instant now) {
        check.that(!"ORAL_WITNESSED".equals(medium) || witness != null && !witness.isBlank(), "witness", "missing")
                .that(
                        witness == null
                                || guardians.keptOut(caseId, List.of(witness)).isEmpty(),
                        "witness",
                        "witness-is-excluded")
                .that(explained, "explained", "not-explained")
                .that(!givenAt.isAfter(now), "givenAt", "in-the-future")
                .that(!givenAt.isBefore(survivor.openedAt().minus(Duration.ofDays(1))), "givenAt", "before-the-file");
    }

    /**
     * Adds that nothing of her is told to somebody who is excluded.
     *
     * @param names to whom or by whom, by field
     */
    void named(Check check, CaseId caseId, Map<String, String> names) {
        Set<String> keptOut = guardians.keptOut(caseId, names.values());
        names.forEach((field, name) -> check.that(!keptOut.contains(name), field, "person-is-excluded"));
    }

    /** Adds why that person cannot give it. */
    void giver(Check check, CaseId caseId, CaseFacts.Facts survivor, Giver by, Instant givenAt) {
        if (!survivor.child()) {
            check.that("SELF".equals(by.giver()), "giver", "adult-consents-herself")
                    .that(by.guardian() == null, "guardian", "only-for-a-child");
            return;
        }
        check.code(by.assent(), "assent", codes.in("assent"));
        ChildsWord.check(check, survivor.age(), by.giver(), "giver", by.assent(), "assent");
        if (!"SELF".equals(by.giver())) {
            check.code(by.right(), "giverRight", codes.in("giver_right"));
        }
        if (ChildsWord.standsForHer(by.giver())) {
            Optional<String> objection = by.guardian() == null
                    ? Optional.of("missing")
                    : guardians.objection(caseId, by.guardian(), givenAt);
            check.that(objection.isEmpty(), "guardian", objection.orElse(""));
        } else {
            check.that(by.guardian() == null, "guardian", "only-of-who-stands-for-her")
                    .that(
                            by.relation() == null
                                    || !survivor.excludedRelations().contains(by.relation()),
                            "giverRelation",
                            "giver-is-excluded");
        }
    }

    /** What the giver is to her, or null: of who stands for her the file knows it; of others it is as they say. */
    String relation(CaseId caseId, Giver by) {
        return by.guardian() == null
                ? by.relation()
                : guardians.relation(caseId, by.guardian()).orElse(null);
    }
}
