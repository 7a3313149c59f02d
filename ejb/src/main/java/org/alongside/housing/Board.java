package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.alongside.access.Caller;
import org.alongside.housing.FacilityService.BoardBed;
import org.alongside.housing.FacilityService.BoardHouse;
import org.alongside.housing.FacilityService.Expected;
import org.alongside.housing.FacilityService.Lodger;
import org.alongside.housing.FacilityService.Occupancy;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.RoomId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/**
 * Who is where now. The board of all houses asks no policy row by row: beds and their uses hold no case, and are the organisation's own
 * by plain equality. Who lives in a house is asked for one house at a time. See the plan test before changing it.
 */
@ApplicationScoped
class Board {
    /** Every bed of the organisation as it is now; named parameters as of {@link #houses}. */
    static final String BEDS = """
            select distinct on (f.code_name, f.facility_id, r.label, b.label, b.bed_id)
                   f.facility_id, f.code_name, f.type, r.room_id, r.label, b.bed_id, b.label,
                   case u.kind when 'CLOSED' then 'OUT_OF_SERVICE' when 'STAY' then 'OCCUPIED' when 'HOLD' then 'RESERVED'
                        else case when f.closes_at <= :now then 'OUT_OF_SERVICE' else 'AVAILABLE' end end,
                   case u.kind when 'HOLD' then u.expires_at else upper(u.during) end, u.closed_for, f.closes_at
              from bed b
              join room r on r.room_id = b.room_id
              join facility f on f.facility_id = b.facility_id
              left join bed_use u on u.bed_id = b.bed_id and u.organisation_id = :house and u.left_at is null
                   and (u.kind = 'STAY' and lower(u.during) <= :now or u.kind = 'HOLD' and u.expires_at > :now
                        or u.kind = 'CLOSED' and u.during @> cast(:now as timestamptz))
             where b.organisation_id = :house and b.removed_at is null and f.closed_at is null
             order by f.code_name, f.facility_id, r.label, b.label, b.bed_id,
                      case u.kind when 'STAY' then 0 when 'CLOSED' then 1 else 2 end
            """;

    /** Who lives in one house. */
    static final String LODGERS = """
            select u.bed_id, p.placement_id, p.case_id, c.case_code, i.preferred_name, p.status, p.absent_until
              from bed_use u
              join placement p on p.placement_id = u.placement_id
              join case_file c on c.case_id = p.case_id
              left join identity_minimum i on i.case_id = p.case_id
             where u.organisation_id = :house and u.facility_id = :facility and u.left_at is null
               and (u.kind = 'STAY' or u.expires_at > :now)
            """;

    /** Who is to have a bed: asked for, the longest waiting first; then whom nobody has asked for, the latest first. */
    static final String EXPECTED = """
            select e.placement_id, e.case_id, c.case_code, i.preferred_name, e.status, e.child, e.language, f.code_name, b.label, e.held_until, e.since
              from (select p.placement_id, p.case_id, p.status, p.child, p.language, p.facility_id, p.bed_id, p.held_until, p.requested_at as since
                      from placement p
                     where p.organisation_id = :house and p.status in ('REQUESTED','OFFERED','RESERVED')
                    union all
                    select null, r.case_id, null, k.child, k.language, null, null, null, k.accepted_at
                      from referral_card k join referral r using (referral_id)
                     where k.recipient_organisation_id = :house and k.service_type = 'SHELTER' and k.status in ('ACCEPTED','IN_SERVICE')
                       and not exists (select from placement q where q.referral_id = k.referral_id)) e
              join case_file c on c.case_id = e.case_id
              left join identity_minimum i on i.case_id = e.case_id
              left join facility f on f.facility_id = e.facility_id
              left join bed b on b.bed_id = e.bed_id
             order by e.placement_id is null, case when e.placement_id is not null then e.since end, e.since desc, e.case_id
             offset :behind limit :most
            """;

    /** Of the organisation's own houses. */
    static final String NIGHT = """
            select f.facility_id, f.code_name, cast(1 as bigint), coalesce(sum(n.lived_in), 0),
                   case when cast(f.closes_at at time zone f.zone as date) <= :night
                        then coalesce(sum(n.lived_in), 0) else coalesce(sum(n.usable), 0) end
              from facility f
              left join night_change n on n.facility_id = f.facility_id
                   and n.night <= :night
             where f.closed_at is null and f.organisation_id = :house
             group by f.facility_id, f.code_name
             order by f.code_name, f.facility_id
            """;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @PersistenceContext
    EntityManager em;

    List<BoardHouse> houses(Caller caller) {
        Map<UUID, BoardHouse> houses = new LinkedHashMap<>();
        Sql.of(em, BEDS)
                .with("house", caller.organisation().value())
                .with("now", caller.now())
                .rows(row -> houses.computeIfAbsent(
                                row.uuid(0),
                                id -> new BoardHouse(
                                        new FacilityId(id), row.text(1), row.text(2), row.when(10), new ArrayList<>()))
                        .beds()
                        .add(bed(row)));
        Comparator<BoardBed> inOrder = inOrder();
        houses.values().forEach(house -> house.beds().sort(inOrder));
        return List.copyOf(houses.values());
    }

    List<Lodger> lodgers(FacilityId facility, Caller caller) {
        return Sql.of(em, LODGERS)
                .with("house", caller.organisation().value())
                .with("facility", facility.value())
                .with("now", caller.now())
                .rows(row -> new Lodger(
                        new BedId(row.uuid(0)),
                        new PlacementId(row.uuid(1)),
                        new CaseId(row.uuid(2)),
                        row.text(3),
                        Optional.ofNullable(row.text(4)),
                        row.text(5),
                        row.when(6)));
    }

    List<Expected> expected(int behind, int most, Caller caller) {
        return Sql.of(em, EXPECTED)
                .with("house", caller.organisation().value())
                .with("behind", behind)
                .with("most", most)
                .rows(row -> new Expected(
                        Optional.ofNullable(row.uuid(0)).map(PlacementId::new),
                        new CaseId(row.uuid(1)),
                        row.text(2),
                        Optional.ofNullable(row.text(3)),
                        Optional.ofNullable(row.text(4)),
                        row.yes(5),
                        row.text(6),
                        Optional.ofNullable(row.text(7)),
                        Optional.ofNullable(row.text(8)),
                        row.when(9),
                        row.instant(10)));
    }

    /** The night that it is in the caller's own houses, where it is the latest; none where there is no house. */
    Optional<LocalDate> tonight(Caller caller) {
        return Sql.of(em, """
                        select cast(cast(:now as timestamptz) at time zone f.zone as date) from facility f
                         where f.organisation_id = :house and f.closed_at is null order by 1 desc limit 1
                        """)
                .with("now", caller.now())
                .with("house", caller.organisation().value())
                .first(row -> row.date(0));
    }

    /** How full the caller's own houses are in a night. */
    List<Occupancy> night(LocalDate night, Caller caller) {
        return Sql.of(em, NIGHT)
                .with("night", night)
                .with("house", caller.organisation().value())
                .rows(Board::occupancy);
    }

    /** The last night that is over in every house; nobody's but a coordinator's to ask. */
    Optional<LocalDate> lastNightOver() {
        return Sql.of(em, "select last_night_over() where last_night_over() is not null")
                .first(row -> row.date(0));
    }

    /** How full all houses were in a night that is over, as far as a coordinator is told. */
    List<Occupancy> nightTold(LocalDate night) {
        return Sql.of(em, """
                        select facility_id, code_name, houses, lived_in, usable from nights_told(:night)
                         order by code_name is null, code_name, facility_id
                        """).with("night", night).rows(Board::occupancy);
    }

    private static Occupancy occupancy(Row row) {
        return new Occupancy(
                Optional.ofNullable(row.uuid(0)).map(FacilityId::new),
                Optional.ofNullable(row.text(1)),
                row.count(2),
                row.count(3),
                row.count(4));
    }

    /** Room 2 before room 10, and bed 2A before 10A; most labels are those of many houses, and are looked at once. */
    private static Comparator<BoardBed> inOrder() {
        Map<String, String> seen = new HashMap<>();
        UnaryOperator<String> counted = label -> seen.computeIfAbsent(label, Board::counted);
        return Comparator.comparing((BoardBed bed) -> counted.apply(bed.roomLabel()))
                .thenComparing(bed -> counted.apply(bed.label()));
    }

    /** Its numbers as long as each other, so that they stand in the order in which one counts. */
    private static String counted(String label) {
        return NUMBER.matcher(label)
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }

    private static BoardBed bed(Row row) {
        Optional<Instant> until = row.when(8);
        return new BoardBed(
                new RoomId(row.uuid(3)),
                row.text(4),
                new BedId(row.uuid(5)),
                row.text(6),
                row.text(7),
                until,
                Optional.ofNullable(row.text(9)));
    }
}
