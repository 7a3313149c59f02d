package org.alongside.reintegration;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.reintegration.NewReintegration.NewGiven;
import org.alongside.reintegration.NewReintegration.NewReceiver;
import org.alongside.shared.Check;
import org.alongside.shared.Money;
import org.alongside.shared.Refusal;

/** What of a return or a stay can be written down: decided by her and informed, received by somebody, given with its amount. */
final class ReintegrationRules {
    static final String STAYS = "LOCAL_INTEGRATION";
    static final String FORCED = "FORCED";
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private ReintegrationRules() {}

    static void planned(NewReintegration asked, Codes codes, LocalDate today) {
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        boolean stays = STAYS.equals(asked.returnType());
        boolean forced = FORCED.equals(asked.returnType());
        check.that(!stays || asked.country() == null, "country", "she-stays")
                .that(stays || asked.country() != null, "country", "missing")
                .that(asked.country() == null || COUNTRIES.contains(asked.country()), "country", "unknown-country")
                .that(forced || asked.informedOn() != null, "informedOn", "missing")
                .that(forced || asked.decidedOn() != null, "decidedOn", "missing")
                .that(forced || asked.language() != null, "language", "missing")
                .that(!forced || asked.decidedOn() == null, "decidedOn", "not-her-decision")
                .that(
                        asked.informedOn() == null
                                || asked.decidedOn() == null
                                || !asked.decidedOn().isBefore(asked.informedOn()),
                        "decidedOn",
                        "decided-before-informed");
        past(check, asked.informedOn(), "informedOn", today);
        past(check, asked.decidedOn(), "decidedOn", today);
        check.orRefuse();
    }

    /** Refuses with everything that must be there before she leaves; codes of return_missing. */
    static void requireReady(List<String> missing) {
        Check check = new Check()
                .that(!missing.contains("RISK_NOT_ASSESSED"), "", "return-risk-not-assessed")
                .that(!missing.contains("RISK_IMMEDIATE"), "", "return-risk-immediate")
                .that(!missing.contains("RECEIVER_NOT_CONFIRMED"), "", "return-receiver-not-confirmed")
                .that(!missing.contains("DOCUMENTS"), "", "return-documents")
                .that(!missing.contains("TRAVEL"), "", "return-travel")
                .that(!missing.contains("RECEPTION"), "", "return-reception")
                .that(!missing.contains("BEST_INTERESTS"), "", "return-best-interests");
        try {
            check.orRefuse();
        } catch (Refusal refusal) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, refusal.reasons());
        }
    }

    static void receiver(NewReceiver asked, Codes codes, LocalDate today) {
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        past(check, asked.confirmedOn(), "confirmedOn", today);
        if (asked.referral() == null) {
            check.text(asked.name(), "name", 120)
                    .text(asked.confirmedBy(), "confirmedBy", 120)
                    .that(asked.medium() != null, "medium", "missing");
        } else {
            check.that(blank(asked.name()), "name", "named-by-referral")
                    .that(blank(asked.confirmedBy()), "confirmedBy", "named-by-referral")
                    .that(asked.medium() == null, "medium", "named-by-referral");
        }
        check.orRefuse();
    }

    static void support(NewGiven asked, Codes codes, LocalDate today) {
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        boolean cash = "CASH".equals(asked.kind());
        check.that(!cash || asked.amount() != null, "amount", "missing")
                .that(cash || !blank(asked.words()), "words", "missing")
                .that(asked.amount() == null || asked.currency() != null, "currency", "missing")
                .that(asked.currency() == null || asked.amount() != null, "amount", "missing");
        Money.currency(check, asked.currency(), "currency");
        Money.amount(check, asked.amount(), "amount", 1);
        past(check, asked.givenOn(), "givenOn", today);
        check.orRefuse();
    }

    private static void past(Check check, LocalDate day, String field, LocalDate today) {
        check.that(day == null || !day.isAfter(today), field, "in-the-future");
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
