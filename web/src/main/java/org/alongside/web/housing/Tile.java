package org.alongside.web.housing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.alongside.housing.FacilityService.BoardBed;
import org.alongside.housing.FacilityService.Lodger;
import org.alongside.shared.BedId;

/**
 * A bed as the board draws it: a word, a shape and a colour.
 *
 * @param state free, held, taken, leaving or out
 * @param who as far as it may be known
 * @param until when the hold runs out, she leaves, or the bed is back, as agreed
 */
public record Tile(
        BedId id,
        String label,
        String state,
        Optional<Lodger> who,
        Optional<Instant> until,
        Optional<String> closedFor) {
    private static final Duration SOON = Duration.ofDays(1);

    static Tile of(BoardBed bed, Optional<Lodger> who, Instant now) {
        return new Tile(bed.id(), bed.label(), state(bed, now), who, bed.until(), bed.closedFor());
    }

    static String state(BoardBed bed, Instant now) {
        return switch (bed.state()) {
            case "RESERVED" -> "held";
            case "OUT_OF_SERVICE" -> "out";
            case "OCCUPIED" -> bed.until().filter(now.plus(SOON)::isAfter).isPresent() ? "leaving" : "taken";
            default -> "free";
        };
    }

    /** The shape beside the word. */
    public String icon() {
        return icon(state);
    }

    static String icon(String state) {
        return switch (state) {
            case "held" -> "clock";
            case "taken" -> "person";
            case "leaving" -> "suitcase";
            case "out" -> "wrench";
            default -> "check";
        };
    }

    static String tone(String state) {
        return switch (state) {
            case "held" -> "soon";
            case "taken" -> "info";
            case "leaving" -> "plum";
            case "out" -> "";
            default -> "calm";
        };
    }

    /** Whether somebody has it of whom the reader may know nothing. */
    public boolean hidden() {
        return who.isEmpty() && !state.equals("free") && !state.equals("out");
    }

    /** Whether she is away, planned or not. */
    public boolean away() {
        return who.filter(one -> one.status().startsWith("ABSENT")).isPresent();
    }
}
