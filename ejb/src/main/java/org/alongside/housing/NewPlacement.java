package org.alongside.housing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.alongside.code.CodeOf;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;

/**
 * A bed that is asked for.
 *
 * @param family the other cases that are placed together with this one or not at all
 */
public record NewPlacement(List<CaseId> family) {
    public NewPlacement {
        family = family == null ? List.of() : family.stream().distinct().toList();
    }

    /** Who is to have which bed. */
    public record Place(
            @NotNull PlacementId placement, @NotNull BedId bed) {}

    /**
     * Beds for her and everybody of her family.
     *
     * @param arrivesAt from when; null: at once
     * @param leavesAt until when, as agreed; null: no day is set
     * @param despite the warnings that were read and weighed: codes of housing_warning
     */
    public record NewOffer(
            @NotNull List<Place> places,
            Instant arrivesAt,
            Instant leavesAt,
            @CodeOf("housing_warning") List<String> despite) {
        public NewOffer {
            places = places == null ? List.of() : List.copyOf(places);
            despite = despite == null
                    ? List.of()
                    : despite.stream().distinct().sorted().toList();
        }
    }

    /**
     * What she was told before she moved in, and in which language.
     *
     * @param rightsIn code of language
     * @param rulesIn code of language
     * @param rulesVersion which version of the house's rules was read to her; null: the house has none
     */
    public record NewArrival(
            @NotNull @CodeOf("language") String rightsIn,
            @NotNull @CodeOf("language") String rulesIn,
            Integer rulesVersion) {}

    /**
     * A move within the house.
     *
     * @param danger that she cannot wait for who leads to agree: code of move_urgency
     */
    public record NewMove(
            @NotNull List<Place> places,
            @NotNull @CodeOf("move_urgency") String danger,
            @CodeOf("housing_warning") List<String> despite) {
        public NewMove {
            places = places == null ? List.of() : List.copyOf(places);
            despite = despite == null
                    ? List.of()
                    : despite.stream().distinct().sorted().toList();
        }
    }

    /**
     * How she left.
     *
     * @param nextType where she lives now, never unremarked
     * @param nextWords more about that, never an address
     */
    public record NewEnd(
            @NotNull @CodeOf("placement_end_reason") String reason,
            @NotNull @CodeOf("accommodation_type") String nextType,
            @Size(max = 300) String nextWords) {}
}
