package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.OfCases;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.housing.NewFacility.NewBed;
import org.alongside.housing.NewFacility.NewBedClosing;
import org.alongside.housing.NewFacility.NewHouseClosing;
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
    /** How many of those who wait are told at once. */
    public static final int MOST_EXPECTED = 100;

    private static final int FARTHEST = 10_000;

    @Inject
    CallerContext callers;

    @Inject
    Facilities facilities;

    @Inject
    Beds beds;

    @Inject
    Board board;

    @Inject
    Residents residents;

    @Inject
    Settings settings;

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
        Fields.require(bed, codes);
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

    /**
     * From a day on the house is closed: no bed of it is given for then, and who lives there needs another place before. It is closed for good
     * by {@link #closeHouse} when everybody has left, and until then the plan can be changed or taken back.
     */
    @Requires(Permission.KEEP_HOUSES)
    public void planClosing(FacilityId facility, NewHouseClosing closing) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(closing, "");
        Instant from = closing.from() == null ? caller.now() : closing.from();
        check.that(!from.isBefore(caller.now()), "from", "in-the-past").orRefuse();
        if (facilities.closing(facility).closed()) {
            throw Refusal.wrongState("house-closed");
        }
        facilities.planClosing(facility, from, closing.reason(), caller);
    }

    /** The house stays open after all; refuses {@code no-closing-planned}. */
    @Requires(Permission.KEEP_HOUSES)
    public void keepOpen(FacilityId facility) {
        planned(facility);
        facilities.keepOpen(facility);
    }

    /** The house is closed; refuses {@code closing-day-to-come} before its day, and {@code somebody-lives-there} while a bed is somebody's. */
    @Requires(Permission.KEEP_HOUSES)
    public void closeHouse(FacilityId facility) {
        Caller caller = callers.caller();
        if (planned(facility).isAfter(caller.now())) {
            throw Refusal.wrongState("closing-day-to-come");
        }
        int inUse = facilities.bedsInUse(facility, caller);
        if (inUse > 0) {
            throw Refusal.wrongState("somebody-lives-there", inUse);
        }
        facilities.close(facility, caller);
    }

    private Instant planned(FacilityId facility) {
        Facilities.Closing closing = facilities.closing(facility);
        if (closing.closed()) {
            throw Refusal.wrongState("house-closed");
        }
        return closing.at().orElseThrow(() -> Refusal.wrongState("no-closing-planned"));
    }

    /** Who lives there and what is owed to each: the newest rules, a talk each week, another place before the house is closed. */
    @Requires(Permission.READ_BOARD)
    public OfCases<HousePeople> people(FacilityId facility) {
        HousePeople people = residents.of(facility, settings.of(TalkService.EVERY), callers.caller());
        return new OfCases<>(
                people,
                people.residents().stream().map(HousePeople.Resident::caseId).toList());
    }

    /** A house with whom its rooms are for. */
    @Requires(Permission.READ_BOARD)
    public HouseView read(FacilityId facility) {
        return facilities.read(facility);
    }

    /**
     * Who waits for a bed or is expected, the longest waiting first; then whom the house shelters and nobody has asked for; at most {@value #MOST_EXPECTED}.
     *
     * @param behind how many of the first are left out, 0 to 10,000; refuses {@code behind-range}
     */
    @Requires(Permission.READ_BOARD)
    public OfCases<List<Expected>> expected(int behind) {
        new Check()
                .that(behind >= 0 && behind <= FARTHEST, "behind", "behind-range", FARTHEST)
                .orRefuse();
        List<Expected> expected = board.expected(behind, MOST_EXPECTED, callers.caller());
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
     * How full houses are in a night, by code name, never who. Who manages houses asks of their own, of any night; a coordinator of all, of
     * nights that are over, and houses with few beds only together: tonight, asked again and again, would tell the hour of an arrival.
     *
     * @param night in the days of each house; null: this one, for a coordinator the last one that is over
     */
    @Requires(Permission.READ_OCCUPANCY)
    public Night occupancy(LocalDate night) {
        Caller caller = callers.caller();
        LocalDate today = caller.now().atZone(ZoneOffset.UTC).toLocalDate();
        if (caller.has(Role.SHM)) {
            LocalDate asked = night != null ? night : board.tonight(caller).orElse(today);
            return new Night(asked, Optional.empty(), board.night(asked, caller));
        }
        LocalDate last = board.lastNightOver().orElse(today.minusDays(1));
        new Check()
                .that(night == null || !night.isAfter(last), "night", "night-not-over")
                .orRefuse();
        LocalDate asked = night == null ? last : night;
        return new Night(asked, Optional.of(last), board.nightTold(asked));
    }

    /** Writes down where a house stands. */
    @Requires(Permission.KEEP_HOUSES)
    public void write(FacilityId facility, NewAddress address) {
        Fields.require(address, codes);
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

    /**
     * A house on the board, its beds in the order of rooms.
     *
     * @param closesAt from when on it is closed, as planned, UTC
     */
    public record BoardHouse(
            FacilityId id, String codeName, String type, Optional<Instant> closesAt, List<BoardBed> beds) {}

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

    /**
     * How full houses are in a night.
     *
     * @param last the last night that the caller is told of; none: of every one
     */
    public record Night(LocalDate night, Optional<LocalDate> last, List<Occupancy> houses) {}

    /**
     * How many beds are lived in and usable in a night.
     *
     * @param facility none: houses with few beds, together
     * @param houses how many houses it is of
     */
    public record Occupancy(
            Optional<FacilityId> facility, Optional<String> codeName, long houses, long livedIn, long usable) {}
}
