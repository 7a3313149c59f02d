package org.alongside.housing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.BedId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.RoomId;

/**
 * A house as its own people read it: whom its rooms are for, and never who is in them.
 *
 * @param zone time zone in whose days its nights are counted
 * @param closesAt from when on it is closed, as planned, UTC
 * @param closingReason code of house_closing_reason
 * @param rooms in the order of their labels
 */
public record HouseView(
        FacilityId id,
        String codeName,
        String type,
        String security,
        String staffed,
        String zone,
        Optional<Instant> closesAt,
        Optional<String> closingReason,
        List<HouseRoom> rooms) {
    /**
     * A room.
     *
     * @param sexes codes of sex_recorded; none: everybody
     * @param minAge the youngest, in years
     * @param maxAge the oldest, in years
     * @param kind code of room_kind
     * @param accessibility codes of accessibility
     * @param beds in the order of their labels
     */
    public record HouseRoom(
            RoomId id,
            String label,
            List<String> sexes,
            Optional<Integer> minAge,
            Optional<Integer> maxAge,
            String kind,
            List<String> accessibility,
            List<HouseBed> beds) {}

    /** A bed of a room. */
    public record HouseBed(BedId id, String label) {}
}
