package org.alongside.casefile;

import java.util.OptionalInt;
import java.util.Set;
import org.alongside.shared.Check;

/**
 * What a child's own word decides by her age (code list consent_age_band, DOMAIN 7.1). An age that nobody knows, and one of
 * 18 or more that is doubted, is no age: then she neither consents alone nor is she passed over.
 */
public final class ChildsWord {
    private static final int OLD_ENOUGH_TO_ASSENT = 6;
    private static final int OLD_ENOUGH_TO_CONSENT = 15;
    private static final Set<String> ASKED_OR_TOO_YOUNG = Set.of("WILLING", "TOO_YOUNG_TO_SAY");

    private static final Set<String> STANDING_FOR_HER = Set.of("CAREGIVER", "GUARDIAN");

    private ChildsWord() {}

    /** Whether that giver, a code of consent_giver or null, is one of those who stand for her; others speak in their own name. */
    public static boolean standsForHer(String giver) {
        return giver != null && STANDING_FOR_HER.contains(giver);
    }

    /**
     * Refuses where she is not willing, or consents alone without being known to be old enough.
     *
     * @param age best known age of a child in whole years
     */
    public static void check(
            Check check, OptionalInt age, String giver, String giverField, String assent, String assentField) {
        OptionalInt sure = age.stream().filter(years -> years < Age.ADULT).findFirst();
        check.that(assent == null || mayGoOn(sure, assent), assentField, "child-must-be-willing")
                .that(
                        !"SELF".equals(giver) || sure.orElse(0) >= OLD_ENOUGH_TO_CONSENT,
                        giverField,
                        "too-young-to-consent-alone")
                .that(!"CHILD_ASSENT".equals(giver), giverField, "assent-is-not-consent");
    }

    private static boolean mayGoOn(OptionalInt sure, String assent) {
        if (sure.isEmpty()) {
            return ASKED_OR_TOO_YOUNG.contains(assent);
        }
        return sure.getAsInt() < OLD_ENOUGH_TO_ASSENT || "WILLING".equals(assent);
    }
}
