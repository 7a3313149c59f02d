package org.alongside.system.demo;

import java.util.List;
import java.util.Map;
import org.alongside.system.api.Api;

/** How the made-up people come to live in a house, and are looked after there. */
final class DemoStays {
    private final Api api;

    DemoStays(Api api) {
        this.api = api;
    }

    /** Answers her placement. */
    String place(String manager, String file) {
        return api.post(manager, "/cases/" + file + "/placements", Map.of()).id();
    }

    void hold(String manager, String placement, String bed) {
        api.post(
                manager,
                "/placements/" + placement + "/offer",
                Map.of("places", List.of(Map.of("placement", placement, "bed", bed))));
        api.post(manager, "/placements/" + placement + "/hold", null);
    }

    void livesIn(String manager, String shift, String placement, String bed, String language) {
        hold(manager, placement, bed);
        admit(shift, placement, language);
    }

    void admit(String shift, String placement, String language) {
        api.post(shift, "/placements/" + placement + "/admission", Map.of("rightsIn", language, "rulesIn", language));
    }

    void lookAfter(String shift, String file, Map<String, Object> known) {
        api.post(shift, "/cases/" + file + "/health/daily", known);
    }
}
