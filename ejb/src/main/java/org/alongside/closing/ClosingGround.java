package org.alongside.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.shared.MatterId;

/**
 * What closing asks besides what the features of her care know of themselves: what was noted, the days still to come in her legal
 * matters, and what was found to be best for a child.
 *
 * @param noted the newest of what was noted in this episode
 * @param stableDays for how many days she has lived where she lives at the least
 * @param noPlace whether she has no place to sleep, as far as it is known
 * @param dates hearings and deadlines still to come, the next first
 * @param bestInterests what was found last about closing, code of best_interests_result
 * @param returned whether she arrived where she went, and a receiving organisation was confirmed before she left
 * @param onHerWay whether she has left and nobody knows yet that she arrived
 */
public record ClosingGround(
        Optional<NotedGround> noted,
        int stableDays,
        boolean noPlace,
        List<OpenDate> dates,
        Optional<String> bestInterests,
        boolean returned,
        boolean onHerWay) {

    /** Codes of accommodation_type: a place for some nights or weeks, against her will, or none. */
    private static final Set<String> PASSING = Set.of(
            "EMERGENCY_SHELTER",
            "HOTEL_EMERGENCY",
            "HOSPITAL",
            "RECEPTION_CENTRE",
            "REHAB_FACILITY",
            "DETENTION",
            "STREET");

    /** What was noted, and who noted it when. */
    public record NotedGround(NewGround ground, Instant at, String by) {}

    /**
     * A hearing or deadline that is still to come.
     *
     * @param owner who sees to it once the file is closed, code of matter_owner; empty: nobody
     */
    public record OpenDate(MatterId matter, LocalDate dueOn, boolean hearing, Optional<String> owner) {}

    Optional<NewGround> ground() {
        return noted.map(NotedGround::ground);
    }

    int unowned() {
        return (int) dates.stream().filter(one -> one.owner().isEmpty()).count();
    }

    boolean housed() {
        return ground().filter(one -> one.housing() != null).isPresent();
    }

    /** Whether she lives where nobody lives for long, however long it has been. */
    boolean passing() {
        return ground().map(NewGround::housing).filter(PASSING::contains).isPresent();
    }

    boolean stable(Instant now) {
        LocalDate latest = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(stableDays);
        return ground().map(NewGround::housedSince)
                .filter(since -> !since.isAfter(latest))
                .isPresent();
    }
}
