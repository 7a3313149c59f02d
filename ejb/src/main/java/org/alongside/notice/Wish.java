package org.alongside.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When somebody wants to be told: at once but not in their quiet hours, once a day, or never.
 *
 * @param quietFrom hour of their zone; null: none are quiet
 */
record Wish(ZoneId zone, String way, int digestHour, Integer quietFrom, Integer quietUntil) {
    /** When a letter about something that happens now is due; never, where they want none. */
    Optional<Instant> dueAt(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        return switch (way) {
            case "NONE" -> Optional.empty();
            case "DIGEST" -> Optional.of(next(here, digestHour));
            default -> Optional.of(quiet(here) ? next(here, quietUntil) : now);
        };
    }

    private boolean quiet(ZonedDateTime here) {
        if (quietFrom == null) {
            return false;
        }
        int hour = here.getHour();
        return quietFrom < quietUntil ? quietFrom <= hour && hour < quietUntil : quietFrom <= hour || hour < quietUntil;
    }

    /** The next time that the clock on their wall shows this hour; where the hour is left out that day, the one after. */
    private static Instant next(ZonedDateTime here, int hour) {
        ZonedDateTime today = here.toLocalDate().atTime(LocalTime.of(hour, 0)).atZone(here.getZone());
        ZonedDateTime next = today.isAfter(here)
                ? today
                : here.toLocalDate().plusDays(1).atTime(LocalTime.of(hour, 0)).atZone(here.getZone());
        return next.toInstant();
    }
}
