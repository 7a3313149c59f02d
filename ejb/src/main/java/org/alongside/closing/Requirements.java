package org.alongside.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each reason asks for before a case is closed (code list closure_reason, column requires; DOMAIN 8.9 for a child). */
final class Requirements {
    /** Two are no closing: a duplicate is merged, and a transfer closes by being accepted. */
    static final Set<String> NO_CLOSING = Set.of("DUPLICATE", "TRANSFERRED");

    private static final String LOST_CONTACT = "LOST_CONTACT";
    private static final String DECEASED = "DECEASED";

    private static final Map<String, List<String>> OF = Map.ofEntries(
            Map.entry("GOALS_ACHIEVED", List.of("SAFETY_CHECKED", "TRANSITION_PLANNED")),
            Map.entry("REINTEGRATED_FAMILY", List.of("VISITS_DONE")),
            Map.entry("RETURNED_HOME_COUNTRY", List.of("RECEIVER_CONFIRMED", "RETURN_RISK_ASSESSED")),
            Map.entry("SURVIVOR_WITHDREW", List.of("INVITED_BACK", "SAFETY_EXPLAINED", "NO_PENALTY")),
            Map.entry(LOST_CONTACT, List.of("SAFE_CHANNELS_TRIED")),
            Map.entry("NOT_TRAFFICKING", List.of("ONWARD_HELP_OFFERED", "URGENT_HELP_GOES_ON")),
            Map.entry("AGED_OUT", List.of("LEAVING_CARE_PLANNED")),
            Map.entry(DECEASED, List.of("DEATH_REVIEWED")),
            Map.entry("MOVED_AWAY", List.of("REFERRED_ONWARD")),
            Map.entry("IMPRISONED", List.of("LAWYER_ASKED", "NON_PUNISHMENT_LOOKED_AT")),
            Map.entry("RETRAFFICKED", List.of("ALERT_RAISED", "POLICE_DECIDED")),
            Map.entry("OTHER", List.of()));

    private Requirements() {}

    static Set<String> reasons() {
        return OF.keySet();
    }

    static List<String> of(String reason, boolean child) {
        List<String> asked = new ArrayList<>(OF.getOrDefault(reason, List.of()));
        if (child && LOST_CONTACT.equals(reason)) {
            asked.add("MISSING_REPORTED");
        }
        if (child && !DECEASED.equals(reason)) {
            asked.add("BEST_INTERESTS");
        }
        return asked;
    }
}
