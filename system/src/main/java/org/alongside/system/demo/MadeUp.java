package org.alongside.system.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who does not exist.
 *
 * @param name the name she uses
 * @param sex code of sex_recorded
 * @param language code of language
 * @param citizenship code of the country
 * @param need code of need that cannot wait
 */
record MadeUp(String name, int age, String sex, String language, String citizenship, String need) {
    boolean child() {
        return age < 18;
    }

    /** What is asked at the first talk. */
    Map<String, Object> intake() {
        Map<String, Object> intake = new HashMap<>();
        intake.put("safety", Map.of("inDanger", false));
        intake.put("language", Map.of("code", language, "interpreter", "ANY"));
        intake.put(
                "agreement",
                Map.of("giver", child() ? "TRUSTED_ADULT" : "SELF", "medium", "WRITTEN", "limitsExplained", true));
        intake.put("age", Map.of("basis", "SELF_DECLARED", "stated", age, "maybeChild", false));
        if (child()) {
            intake.put(
                    "child", Map.of("views", "To stay together.", "assent", "WILLING", "giverRight", "BEST_INTERESTS"));
        }
        intake.put("name", Map.of("preferred", name));
        intake.put("person", Map.of("sex", sex, "region", "HARBOUR", "citizenship", List.of(citizenship)));
        intake.put("contact", Map.of("channel", "VIA_CASEWORKER", "leaveMessage", "NO"));
        intake.put(
                "screening",
                Map.of(
                        "acts",
                        List.of("RECRUITMENT"),
                        "means",
                        child() ? List.of() : List.of("DECEPTION"),
                        "purposes",
                        List.of("FORCED_LABOUR"),
                        "outcome",
                        "POSSIBLE_TRAFFICKING"));
        intake.put("constraints", List.of());
        intake.put("needs", List.of(need));
        intake.put("situation", "Made up for the demo.");
        intake.put("intakeSource", "NGO");
        return intake;
    }

    /**
     * That she agrees to share with an organisation so that it can help; a child with somebody beside her.
     *
     * @param purpose code of consent_purpose
     */
    Map<String, Object> agreement(String organisation, String purpose, List<String> categories) {
        Map<String, Object> agreement = new HashMap<>(Map.of(
                "recipient",
                organisation,
                "purpose",
                purpose,
                "categories",
                categories,
                "giver",
                child() ? "TRUSTED_ADULT" : "SELF",
                "medium",
                "WRITTEN",
                "language",
                language,
                "interpreter",
                "ANY",
                "explained",
                true));
        if (child()) {
            agreement.put("giverRight", "BEST_INTERESTS");
            agreement.put("assent", "WILLING");
        }
        return agreement;
    }
}
