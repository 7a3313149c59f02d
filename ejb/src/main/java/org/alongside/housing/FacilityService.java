package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.OfCases;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.housing.NewFacility.NewBed;
import org.alongside.housing.NewFacility.NewBedClosing;
import org.alongside.housing.NewFacility.NewRoom;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.RoomId;

/** The door to houses: write down what there is, take beds out of use, see who is where, and how full the nights are. */
@Stateless
@PermitAll
public class FacilityService {
    @Inject
    CallerContext callers;

    @Inject
    Facilities facilities;

    @Inject
    Beds beds;

    @Inject
    Board board;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /**
     * Writes down a house.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.KEEP_HOUSES)
    public FacilityId open(NewFacility house, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(house, "");
        check.that(zone(house.zone()), "zone", "unknown-zone").orRefuse();
        FacilityId id = FacilityId.random();
        return once.perform(key, "KEEP_HOUSES", house, id.value(), caller)
                .map(FacilityId::new)
                .orElseGet(() -> {
                    new Check()
                            .that(!facilities.named(house.codeName().strip(), caller), "codeName", "name-taken")
                            .orRefuse();
                    facilities.add(id, house, facilities.team(caller).orElseThrow(Refusal::notThere), caller);
                    return id;
                });
    }

    /** Writes down a room of a house. */
    @Requires(Permission.KEEP_HOUSES)
    public RoomId addRoom(FacilityId facility, NewRoom room) {
        Check check = new Check();
        new Fields(codes, check).check(room, "");
        check.that(age(room.minAge()), "minAge", "age-range")
                .that(age(room.maxAge()), "maxAge", "age-range")
                .that(
                        room.minAge() == null || room.maxAge() == null || room.minAge() <= room.maxAge(),
                        "maxAge",
                        "age-range")
                .orRefuse();
        RoomId id = RoomId.random();
        facilities.addRoom(id, facility, room, callers.caller());
        return id;
    }

    /** Puts a bed into a room of a house. */
    @Requires(Permission.KEEP_HOUSES)
    public BedId addBed(FacilityId facility, RoomId room, NewBed bed) {
        Check check = new Check();
        new Fields(codes, check).check(bed, "");
        check.orRefuse();
        BedId id = BedId.random();
        if (!facilities.addBed(id, facility, room, bed.label(), callers.caller())) {
            throw Refusal.notThere();
        }
        return id;
    }

    /** Takes a bed out of use for a time; refuses {@code bed-taken} where somebody has it then. */
    @Requires(Permission.KEEP_HOUSES)
    public void close(FacilityId facility, BedId bed, NewBedClosing closing) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(closing, "");
        Instant from = closing.from() == null ? caller.now() : closing.from();
        check.that(!from.isBefore(caller.now()), "from", "in-the-past")
                .that(closing.until() == null || closing.until().isAfter(from), "until", "dates-out-of-order")
                .orRefuse();
        if (!facilities.has(facility, bed)) {
            throw Refusal.notThere();
        }
        beds.close(bed, closing.reason(), from, closing.until(), caller);
    }

    /** Has a bed in use again. */
    @Requires(Permission.KEEP_HOUSES)
    public void reopen(FacilityId facility, BedId bed) {
        if (!facilities.has(facility, bed) || !beds.open(bed, callers.caller())) {
            throw Refusal.notThere();
        }
    }

    /**
     * A bed is empty whose lodger is not the house's to know any more, since her agreement ended: it is free again, and who leads finds that
     * she left. Of anybody else it is said by ending the placement.
     */
    @Requires(Permission.KEEP_HOUSES)
    public void vacate(FacilityId facility, BedId bed) {
        if (!facilities.has(facility, bed)) {
            throw Refusal.notThere();
        }
        beds.vacated(bed);
    }

    /** A house with whom its rooms are for. */
    @Requires(Permission.READ_BOARD)
    public HouseView read(FacilityId facility) {
        return facilities.read(facility);
    }

    /** Who waits for a bed or is expected, the longest waiting first; then whom the house shelters and nobody has asked for; at most 100. */
    @Requires(Permission.READ_BOARD)
    public OfCases<List<Expected>> expected() {
        List<Expected> expected = board.expected(callers.caller());
        return new OfCases<>(expected, expected.stream().map(Expected::caseId).toList());
    }

    /** Every bed of the caller's houses as it is now, without who is in it. */
    @Requires(Permission.READ_BOARD)
    public List<BoardHouse> board() {
        return board.houses(callers.caller());
    }

    /** Who lives in a house and who is expected, as far as they are the caller's to know. */
    @Requires(Permission.READ_BOARD)
    public OfCases<List<Lodger>> lodgers(FacilityId facility) {
        List<Lodger> lodgers = board.lodgers(facility, callers.caller());
        return new OfCases<>(lodgers, lodgers.stream().map(Lodger::caseId).toList());
    }

    /**
     * How full the houses are in a night: a coordinator's of all, a manager's of their own; by code name, never who.
     *
     * @param night in the days of each house; null: this one
     */
    @Requires(Permission.READ_OCCUPANCY)
    public List<Occupancy> occupancy(LocalDate night) {
        return board.night(night, callers.caller());
    }

    /** Writes down where a house stands. */
    @Requires(Permission.KEEP_HOUSES)
    public void write(FacilityId facility, NewAddress address) {
        Check check = new Check();
        new Fields(codes, check).check(address, "");
        check.orRefuse();
        facilities.write(facility, address, callers.caller());
    }

    private static boolean age(Integer years) {
        return years == null || years >= 0 && years <= 120;
    }

    private static boolean zone(String zone) {
        try {
            return zone != null && ZoneId.of(zone) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    /** A house on the board, its beds in the order of rooms. */
    public record BoardHouse(FacilityId id, String codeName, String type, List<BoardBed> beds) {}

    /**
     * A bed on the board.
     *
     * @param state code of bed_state
     * @param until when the hold runs out, the closing ends, or she leaves, as agreed
     * @param closedFor code of bed_closed_for
     */
    public record BoardBed(
            RoomId room,
            String roomLabel,
            BedId id,
            String label,
            String state,
            Optional<Instant> until,
            Optional<String> closedFor) {}

    /**
     * Somebody in a bed.
     *
     * @param code code of the case
     * @param preferredName the name she uses
     * @param status code of placement_status
     */
    public record Lodger(
            BedId bed,
            PlacementId placement,
            CaseId caseId,
            String code,
            Optional<String> preferredName,
            String status,
            Optional<Instant> absentUntil) {}

    /**
     * Somebody who needs a bed.
     *
     * @param placement none: nobody has asked for a bed yet
     * @param code code of the case
     * @param preferredName the name she uses
     * @param status code of placement_status, where a bed was asked for
     * @param codeName of the house in which a bed is offered or held
     * @param since when a bed was asked for, or the referral was accepted, UTC
     */
    public record Expected(
            Optional<PlacementId> placement,
            CaseId caseId,
            String code,
            Optional<String> preferredName,
            Optional<String> status,
            boolean child,
            String language,
            Optional<String> codeName,
            Optional<String> bedLabel,
            Optional<Instant> heldUntil,
            Instant since) {}

    /** How many beds of a house are lived in and usable in a night. */
    public record Occupancy(FacilityId facility, String codeName, long livedIn, long usable) {}
}
