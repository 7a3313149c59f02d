package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.housing.AddressService.Escort;
import org.alongside.housing.HouseView.HouseBed;
import org.alongside.housing.HouseView.HouseRoom;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.housing.NewFacility.NewRoom;
import org.alongside.shared.BedId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.RoomId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.WorkerId;

/** The collection of houses with their rooms, and where they stand. */
@ApplicationScoped
class Facilities {
    static final String ONE_FAMILY = "ONE_FAMILY";
    private static final String NAME_GIVEN = "23505";
    private static final String SOMEBODY_LIVES_THERE = "AL043";
    private static final String SHARED = "SHARED";

    @PersistenceContext
    EntityManager em;

    Optional<OrganisationId> ownerOf(FacilityId id) {
        return Sql.of(em, "select organisation_id from facility where facility_id = :id")
                .with("id", id.value())
                .first(row -> new OrganisationId(row.uuid(0)));
    }

    boolean named(String codeName, Caller caller) {
        return Sql.of(em, """
                        select 1 from facility
                         where organisation_id = :house and lower(code_name) = lower(:name) and closed_at is null
                        """)
                .with("house", caller.organisation().value())
                .with("name", codeName)
                .first(row -> true)
                .isPresent();
    }

    /** The shift that works there: the caller's own team. */
    Optional<UUID> team(Caller caller) {
        return Sql.of(em, """
                        select team_id from team_member join team t using (team_id)
                         where worker_id = :worker and t.organisation_id = :house and (until_at is null or until_at > :now)
                         order by from_at limit 1
                        """)
                .with("worker", caller.worker().value())
                .with("house", caller.organisation().value())
                .with("now", caller.now())
                .first(row -> row.uuid(0));
    }

    void add(FacilityId id, NewFacility house, UUID team, Caller caller) {
        named(
                Sql.of(em, """
                        insert into facility (facility_id, organisation_id, team_id, code_name, type, security, staffed, zone, opened_at, opened_by)
                        values (:id, :house, :team, :name, :type, :security, :staffed, :zone, :now, :worker)
                        """)
                        .with("id", id.value())
                        .with("house", caller.organisation().value())
                        .with("team", team)
                        .with("name", house.codeName().strip())
                        .with("type", house.type())
                        .with("security", house.security())
                        .with("staffed", house.staffed())
                        .with("zone", house.zone())
                        .with("now", caller.now())
                        .with("worker", caller.worker().value()),
                "codeName");
    }

    void addRoom(RoomId id, FacilityId facility, NewRoom room, Caller caller) {
        named(
                Sql.of(em, """
                        insert into room (room_id, facility_id, organisation_id, label, sexes, min_age, max_age, one_family, accessibility)
                        values (:id, :facility, :house, :label, :sexes, :min, :max, :family, :accessibility)
                        """)
                        .with("id", id.value())
                        .with("facility", facility.value())
                        .with("house", caller.organisation().value())
                        .with("label", room.label().strip())
                        .with("sexes", room.sexes())
                        .with("min", years(room.minAge()))
                        .with("max", years(room.maxAge()))
                        .with("family", ONE_FAMILY.equals(room.kind()))
                        .with("accessibility", room.accessibility()),
                "label");
    }

    /** Writes down something that has a name; refuses one that is given there already, also in this very moment. */
    private static int named(Sql thing, String field) {
        try {
            return thing.change();
        } catch (Failed failed) {
            if (NAME_GIVEN.equals(failed.state())) {
                throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at(field, "name-taken")));
            }
            throw failed;
        }
    }

    /** The house with its rooms and the beds that are there. */
    HouseView read(FacilityId id) {
        Map<UUID, List<HouseBed>> beds = new HashMap<>();
        Sql.of(
                        em,
                        "select room_id, bed_id, label from bed where facility_id = :id and removed_at is null order by label, bed_id")
                .with("id", id.value())
                .rows(row -> beds.computeIfAbsent(row.uuid(0), room -> new ArrayList<>())
                        .add(new HouseBed(new BedId(row.uuid(1)), row.text(2))));
        List<HouseRoom> rooms = Sql.of(em, """
                        select room_id, label, array_to_string(sexes, ','), cast(min_age as int), cast(max_age as int), one_family,
                               array_to_string(accessibility, ',')
                          from room where facility_id = :id order by label, room_id
                        """)
                .with("id", id.value())
                .rows(row -> new HouseRoom(
                        new RoomId(row.uuid(0)),
                        row.text(1),
                        row.codes(2),
                        row.has(3) ? Optional.of(row.number(3)) : Optional.empty(),
                        row.has(4) ? Optional.of(row.number(4)) : Optional.empty(),
                        row.yes(5) ? ONE_FAMILY : SHARED,
                        row.codes(6),
                        List.copyOf(beds.getOrDefault(row.uuid(0), List.of()))));
        return Sql.of(
                        em,
                        "select code_name, type, security, staffed, zone, closes_at, closing_reason from facility where facility_id = :id")
                .with("id", id.value())
                .first(row -> new HouseView(
                        id,
                        row.text(0),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.when(5),
                        Optional.ofNullable(row.text(6)),
                        rooms))
                .orElseThrow(Refusal::notThere);
    }

    /** How a house stands that is to be closed; held until the end of the transaction. */
    record Closing(Optional<Instant> at, boolean closed) {}

    Closing closing(FacilityId id) {
        return Sql.of(
                        em,
                        "select closes_at, closed_at is not null from facility where facility_id = :id for no key update")
                .with("id", id.value())
                .first(row -> new Closing(row.when(0), row.yes(1)))
                .orElseThrow(Refusal::notThere);
    }

    /** From then on no bed of it is given. */
    void planClosing(FacilityId id, Instant from, String reason, Caller caller) {
        Sql.of(em, """
                        update facility set closes_at = :from, closing_reason = :reason, closing_planned_by = :worker, version = version + 1
                         where facility_id = :id
                        """)
                .with("from", from)
                .with("reason", reason)
                .with("worker", caller.worker().value())
                .with("id", id.value())
                .run();
    }

    void keepOpen(FacilityId id) {
        Sql.of(em, """
                        update facility set closes_at = null, closing_reason = null, closing_planned_by = null, version = version + 1
                         where facility_id = :id
                        """).with("id", id.value()).run();
    }

    /** Whose bed it still is, lived in or held, in how many beds. */
    int bedsInUse(FacilityId id, Caller caller) {
        return Sql.of(em, """
                        select cast(count(*) as int) from bed_use
                         where facility_id = :id and left_at is null and (kind = 'STAY' or kind = 'HOLD' and expires_at > :now)
                        """)
                .with("id", id.value())
                .with("now", caller.now())
                .first(row -> row.number(0))
                .orElseThrow();
    }

    /** It is closed; refuses where somebody moved in in this very moment. */
    void close(FacilityId id, Caller caller) {
        try {
            Sql.of(
                            em,
                            "update facility set closed_at = :now, closed_by = :worker, version = version + 1 where facility_id = :id")
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .with("id", id.value())
                    .change();
        } catch (Failed failed) {
            if (SOMEBODY_LIVES_THERE.equals(failed.state())) {
                throw Refusal.wrongState("somebody-lives-there", 1);
            }
            throw failed;
        }
    }

    private static Short years(Integer age) {
        return age == null ? null : age.shortValue();
    }

    /** Answers whether the room is one of that house. */
    boolean addBed(BedId id, FacilityId facility, RoomId room, String label, Caller caller) {
        return named(
                        Sql.of(em, """
                                insert into bed (bed_id, room_id, facility_id, organisation_id, label, made_at, made_by)
                                select :id, room_id, facility_id, organisation_id, :label, :now, :worker
                                  from room where room_id = :room and facility_id = :facility
                                """)
                                .with("id", id.value())
                                .with("label", label.strip())
                                .with("now", caller.now())
                                .with("worker", caller.worker().value())
                                .with("room", room.value())
                                .with("facility", facility.value()),
                        "label")
                == 1;
    }

    boolean has(FacilityId facility, BedId bed) {
        return Sql.of(em, "select 1 from bed where bed_id = :bed and facility_id = :facility and removed_at is null")
                .with("bed", bed.value())
                .with("facility", facility.value())
                .first(row -> true)
                .isPresent();
    }

    void write(FacilityId id, NewAddress address, Caller caller) {
        Sql.of(em, """
                        insert into facility_address as a (facility_id, organisation_id, address, way, written_at, written_by)
                        values (:id, :house, :address, :way, :now, :worker)
                        on conflict (facility_id) do update
                          set address = excluded.address, way = excluded.way, written_at = excluded.written_at, written_by = excluded.written_by,
                              version = a.version + 1
                        """)
                .with("id", id.value())
                .with("house", caller.organisation().value())
                .with("address", address.address().strip())
                .with("way", address.way())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }

    Optional<NewAddress> address(FacilityId id) {
        return Sql.of(em, "select address, way from facility_address where facility_id = :id")
                .with("id", id.value())
                .first(row -> new NewAddress(row.text(0), row.text(1)));
    }

    /** Where she is going: for the house, and for who brings her, within their hours. */
    Optional<NewAddress> addressOf(PlacementId id) {
        return Sql.of(em, """
                        select a.address, a.way from facility_address a
                         where a.facility_id in (select facility_id from placement where placement_id = :id
                                                  union select e.facility_id from escort e
                                                         where e.placement_id = :id and e.worker_id = caller_worker())
                        """).with("id", id.value()).first(row -> new NewAddress(row.text(0), row.text(1)));
    }

    /** Opens the way to somebody; not a second time where it is open until then. */
    void escort(PlacementId id, WorkerId worker, Instant until, Caller caller) {
        Sql.of(em, "select cast(pg_advisory_xact_lock(hashtextextended(:pressed, 0)) as text)")
                .with("pressed", id + " " + worker)
                .run();
        boolean open = Sql.of(em, """
                        select 1 from escort e
                         where e.placement_id = :id and e.worker_id = :worker and e.until_at = :until and e.ended_at is null
                           and exists (select from placement p where p.placement_id = e.placement_id and p.facility_id = e.facility_id)
                        """)
                .with("id", id.value())
                .with("worker", worker.value())
                .with("until", until)
                .first(row -> true)
                .isPresent();
        if (open) {
            return;
        }
        int opened = Sql.of(em, """
                        insert into escort (escort_id, placement_id, case_id, organisation_id, facility_id, worker_id, opened_at, opened_by, until_at)
                        select gen_random_uuid(), placement_id, case_id, organisation_id, facility_id, :worker, :now, :by, :until
                          from placement where placement_id = :id and facility_id is not null
                        """)
                .with("id", id.value())
                .with("worker", worker.value())
                .with("now", caller.now())
                .with("by", caller.worker().value())
                .with("until", until)
                .change();
        if (opened == 0) {
            throw Refusal.wrongState("no-house-yet");
        }
    }

    /** To whom the address is open now, and who else of the lead could bring her. */
    List<Escort> escorts(PlacementId id, Caller caller) {
        return Sql.of(em, """
                        select w.worker_id, w.name,
                               (select max(e.until_at) from escort e
                                 where e.placement_id = p.placement_id and e.worker_id = w.worker_id and e.ended_at is null and e.until_at > :now)
                          from placement p
                          join case_file f on f.case_id = p.case_id
                          join worker w on w.organisation_id = lead_told(f.case_id)
                         where p.placement_id = :id and w.kind = 'PERSON' and may_escort(w.worker_id, p.case_id)
                         order by w.name, w.worker_id
                        """)
                .with("id", id.value())
                .with("now", caller.now())
                .rows(row -> new Escort(new WorkerId(row.uuid(0)), row.text(1), row.when(2)));
    }

    boolean mayEscort(PlacementId id, WorkerId worker) {
        return Sql.of(em, "select may_escort(:worker, case_id) from placement where placement_id = :id")
                .with("worker", worker.value())
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    int endEscort(PlacementId id, WorkerId worker, Caller caller) {
        return Sql.of(em, """
                        update escort set ended_at = :now, ended_by = :by
                         where placement_id = :id and worker_id = :worker and ended_at is null and until_at > :now
                        """)
                .with("id", id.value())
                .with("worker", worker.value())
                .with("now", caller.now())
                .with("by", caller.worker().value())
                .change();
    }
}
