package org.alongside.housing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * A house as it is written down.
 *
 * @param codeName says nothing of where it is
 * @param zone time zone in whose days its nights are counted, for example Europe/Berlin
 */
public record NewFacility(
        @NotNull @Size(max = 60) String codeName,
        @NotNull @CodeOf("accommodation_type") String type,
        @NotNull @CodeOf("house_security") String security,
        @NotNull @CodeOf("house_staffed") String staffed,
        @NotNull @Size(max = 60) String zone) {

    /**
     * A room in which people live together.
     *
     * @param sexes whom it is for; none: everybody
     * @param minAge the youngest, in years; null: any
     * @param maxAge the oldest, in years; null: any
     * @param kind for people of one family alone, or shared: code of room_kind
     */
    public record NewRoom(
            @NotNull @Size(max = 40) String label,
            @CodeOf("sex_recorded") List<String> sexes,
            Integer minAge,
            Integer maxAge,
            @NotNull @CodeOf("room_kind") String kind,
            @CodeOf("accessibility") List<String> accessibility) {
        public NewRoom {
            sexes = sexes == null
                    ? List.of()
                    : sexes.stream().distinct().sorted().toList();
            accessibility = accessibility == null
                    ? List.of()
                    : accessibility.stream().distinct().sorted().toList();
        }
    }

    /** A bed. */
    public record NewBed(@NotNull @Size(max = 20) String label) {}

    /**
     * Why a bed is not in use, and for how long.
     *
     * @param until null: until it is opened again
     */
    public record NewBedClosing(
            @NotNull @CodeOf("bed_closed_for") String reason, Instant from, Instant until) {}

    /**
     * That a house is closed, from a day on.
     *
     * @param from null: at once
     */
    public record NewHouseClosing(
            @NotNull @CodeOf("house_closing_reason") String reason, Instant from) {}

    /**
     * Where a house stands; nothing else holds it.
     *
     * @param way how one gets there without being followed
     */
    public record NewAddress(
            @NotNull @Size(max = 500) String address,
            @Size(max = 1000) String way) {}
}
