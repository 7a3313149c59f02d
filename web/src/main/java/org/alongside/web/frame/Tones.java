package org.alongside.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** The shape and the colour of a state beside its word, the same on every page: {@code #{tones.referral(status)}}. */
@Named
@ApplicationScoped
public class Tones {
    private static final Mark PLAIN = new Mark(null, null);

    private static final Map<String, Mark> RISK = Map.of(
            "IMMEDIATE", new Mark("danger", "alert"),
            "HIGH", new Mark("danger", "high"),
            "MEDIUM", new Mark("soon", "medium"),
            "LOW", new Mark("calm", "low"));

    private static final Map<String, Mark> ALERT = Map.of(
            "CRITICAL", new Mark("danger", "alert"),
            "HIGH", new Mark("danger", "high"),
            "MEDIUM", new Mark("soon", "medium"),
            "LOW", new Mark(null, "low"));

    private static final Map<String, Mark> URGENCY = Map.of(
            "EMERGENCY", new Mark("danger", "alert"),
            "URGENT", new Mark("soon", "high"),
            "PRIORITY", new Mark(null, "medium"),
            "ROUTINE", new Mark(null, "low"));

    /** Declined and taken back are choices and stay without colour. */
    private static final Map<String, Mark> REFERRAL = Map.ofEntries(
            Map.entry("ACCESS_ENDED", new Mark("soon", "lock")),
            Map.entry("DRAFT", new Mark("soon", "undo")),
            Map.entry("PENDING_APPROVAL", new Mark("info", "people")),
            Map.entry("SENT", new Mark("info", "send")),
            Map.entry("RECEIVED", new Mark("info", "eye")),
            Map.entry("INFO_REQUESTED", new Mark("soon", "ask")),
            Map.entry("WAITLISTED", new Mark("soon", "pause")),
            Map.entry("ACCEPTED", new Mark("calm", "check")),
            Map.entry("IN_SERVICE", new Mark("calm", "heart")),
            Map.entry("COMPLETED", new Mark("calm", "check")),
            Map.entry("NO_SHOW", new Mark("soon", "alert")),
            Map.entry("DECLINED", new Mark(null, "cross")),
            Map.entry("DECLINED_BY_SURVIVOR", new Mark(null, "person")),
            Map.entry("REVOKED", new Mark(null, "undo")),
            Map.entry("EXPIRED", new Mark("danger", "clock")),
            Map.entry("ENTERED_IN_ERROR", new Mark(null, "cross")));

    /** A no is a choice and stays without colour. */
    private static final Map<String, Mark> PURPOSE = Map.of(
            "AGREED", new Mark("calm", "check"),
            "REFUSED", new Mark(null, "cross"),
            "LATER", new Mark(null, "pause"),
            "ENDED", new Mark("soon", "clock"),
            "TAKEN_BACK", new Mark(null, "undo"),
            "REPLACED", new Mark(null, "file"));

    private static final Map<String, Mark> CAPACITY = Map.of(
            "PLACES", new Mark("calm", "check"),
            "FEW", new Mark("calm", "low"),
            "WAITING_LIST", new Mark("soon", "pause"),
            "FULL", new Mark(null, "cross"),
            "UNKNOWN", new Mark(null, "ask"));

    public Mark risk(Object code) {
        return of(RISK, code);
    }

    public Mark alert(Object severity) {
        return of(ALERT, severity);
    }

    public Mark urgency(Object code) {
        return of(URGENCY, code);
    }

    public Mark referral(Object status) {
        return of(REFERRAL, status);
    }

    public Mark purpose(Object state) {
        return of(PURPOSE, state);
    }

    public Mark capacity(Object band) {
        return of(CAPACITY, band);
    }

    private static Mark of(Map<String, Mark> marks, Object code) {
        return marks.getOrDefault(String.valueOf(code), PLAIN);
    }

    /** Tone and icon of a chip; null for none. */
    public record Mark(String tone, String icon) {}
}
