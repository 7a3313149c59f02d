package org.alongside.system.example;

import java.util.HashMap;
import java.util.Map;

/** What comes before any help: she agrees, and is referred. */
final class Asking {
    private final Api api;

    Asking(Api api) {
        this.api = api;
    }

    /** Records that she agrees, a child with somebody beside her; answers the consent. */
    String agree(Planned planned, String caseId) {
        Map<String, Object> consent = new HashMap<>(Map.of(
                "recipient",
                planned.organisation(),
                "purpose",
                planned.purpose(),
                "categories",
                Planned.CATEGORIES,
                "giver",
                planned.record().child() ? "TRUSTED_ADULT" : "SELF",
                "medium",
                "WRITTEN",
                "language",
                "spa",
                "interpreter",
                "ANY",
                "explained",
                true));
        if (planned.record().child()) {
            consent.put("giverRight", "BEST_INTERESTS");
            consent.put("assent", "WILLING");
        }
        return api.post(planned.asker(), "/cases/" + caseId + "/consents", consent)
                .id();
    }

    /** Answers the referral, which a second person has not looked at yet. */
    String refer(Planned planned, String caseId) {
        return api.post(
                        planned.asker(),
                        "/cases/" + caseId + "/referrals",
                        Map.of(
                                "service",
                                planned.service(),
                                "urgency",
                                planned.urgency(),
                                "categories",
                                Planned.CATEGORIES))
                .id();
    }
}
