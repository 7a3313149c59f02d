package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.shared.BedId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.RoomId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;

/**
 * The beds of the caller's houses, and who is in them when. Whoever gives a bed holds its room first, so that two who ask at once are
 * answered one after the other; the database refuses the second all the same.
 */
@ApplicationScoped
class Beds {
    private static final String GIVEN_ALREADY = "23P01";
    private static final String AMONG_UNRELATED = "AL041";
    private static final String HOUSE_CLOSED_THEN = "AL042";

    @PersistenceContext
    EntityManager em;

    /**
     * A bed with what its room is for.
     *
     * @param minAge the youngest, in years; null: any
     * @param closesAt from when on its house is closed
     */
    record Bed(
            BedId id,
            RoomId room,
            FacilityId facility,
            List<String> sexes,
            Integer minAge,
            Integer maxAge,
            boolean oneFamily,
            List<String> accessibility,
            Optional<Instant> closesAt) {
        /** Whether its house is open in all of that time; no end: for ever. */
        boolean open(Optional<Instant> until) {
            return closesAt.isEmpty()
                    || until.filter(end -> !end.isAfter(closesAt.get())).isPresent();
        }
    }

    /**
     * Somebody or something in a bed of a room.
     *
     * @param kind HOLD, STAY or CLOSED
     * @param runsOut when a hold does
     */
    record Use(
            BedId bed,
            RoomId room,
            String kind,
            Optional<PlacementId> placement,
            Optional<UUID> family,
            boolean child,
            Optional<Instant> runsOut) {
        boolean closed() {
            return kind.equals("CLOSED");
        }
    }

    /** Holds the rooms of the beds, then reads the beds; beds that are not the house's are missing. */
    List<Bed> hold(Set<BedId> wanted) {
        Set<UUID> ids = wanted.stream().map(BedId::value).collect(Collectors.toSet());
        Sql.of(em, """
                        select room_id from room where room_id in (select room_id from bed where bed_id = any (:beds))
                         order by room_id for no key update
                        """).with("beds", ids).rows(row -> row.uuid(0));
        return Sql.of(em, """
                        select b.bed_id, b.room_id, b.facility_id, array_to_string(r.sexes, ','), cast(r.min_age as int), cast(r.max_age as int), r.one_family,
                               array_to_string(r.accessibility, ','), f.closes_at
                          from bed b join room r using (room_id) join facility f on f.facility_id = b.facility_id
                         where b.bed_id = any (:beds) and b.removed_at is null and f.closed_at is null
                        """).with("beds", ids).rows(Beds::bed);
    }

    /** A bed with the names by which it is found. */
    record Found(Bed bed, String codeName, String roomLabel, String label) {}

    /** Every bed of the caller's houses, in the order of houses, rooms and labels. */
    List<Found> all(Caller caller) {
        return Sql.of(em, """
                        select b.bed_id, b.room_id, b.facility_id, array_to_string(r.sexes, ','), cast(r.min_age as int), cast(r.max_age as int), r.one_family,
                               array_to_string(r.accessibility, ','), f.closes_at, f.code_name, r.label, b.label
                          from bed b join room r using (room_id) join facility f on f.facility_id = b.facility_id
                         where b.organisation_id = :house and b.removed_at is null and f.closed_at is null
                         order by f.code_name, f.facility_id, r.label, b.label, b.bed_id
                        """)
                .with("house", caller.organisation().value())
                .rows(row -> new Found(bed(row), row.text(9), row.text(10), row.text(11)));
    }

    /** Whose hold on one of the beds has run out. */
    List<PlacementId> ranOut(Set<BedId> beds, Instant now) {
        return Sql.of(em, """
                        select placement_id from bed_use where bed_id = any (:beds) and kind = 'HOLD' and expires_at <= :now
                         order by placement_id
                        """)
                .with("beds", beds.stream().map(BedId::value).collect(Collectors.toSet()))
                .with("now", now)
                .rows(row -> new PlacementId(row.uuid(0)));
    }

    /**
     * Who is in the rooms at any time of a period; who has not left counts, whatever day was agreed.
     *
     * @param until null: no end
     */
    List<Use> uses(Set<RoomId> rooms, Instant from, Instant until) {
        return Sql.of(em, """
                        select bed_id, room_id, kind, placement_id, family_id, child, expires_at
                          from bed_use
                         where room_id = any (:rooms) and left_at is null
                           and (during && tstzrange(cast(:from as timestamptz), cast(:until as timestamptz))
                                or kind = 'STAY' and upper(during) <= cast(:from as timestamptz) and cast(:from as timestamptz) <= caller_now())
                        """)
                .with("rooms", rooms.stream().map(RoomId::value).collect(Collectors.toSet()))
                .with("from", from)
                .with("until", until)
                .rows(row -> new Use(
                        new BedId(row.uuid(0)),
                        new RoomId(row.uuid(1)),
                        row.text(2),
                        Optional.ofNullable(row.uuid(3)).map(PlacementId::new),
                        Optional.ofNullable(row.uuid(4)),
                        row.yes(5),
                        row.when(6)));
    }

    /**
     * Locks the bed for a hold or a stay.
     *
     * @param runsOut when the hold does; null: she moves in now
     */
    void take(Placement one, Bed bed, Instant from, Instant until, Instant runsOut) {
        changed(Sql.of(em, """
                        insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, placement_id, family_id, child, language,
                                             expires_at)
                        values (:bed, :room, :facility, :house, :kind, tstzrange(cast(:from as timestamptz), cast(:until as timestamptz)), :placement, :family, :child, :language, :runsout)
                        """)
                .with("bed", bed.id().value())
                .with("room", bed.room().value())
                .with("facility", bed.facility().value())
                .with("house", one.house().value())
                .with("kind", runsOut == null ? "STAY" : "HOLD")
                .with("from", from)
                .with("until", until)
                .with("placement", one.id().value())
                .with("family", one.family().orElse(null))
                .with("child", one.wants().child())
                .with("language", one.wants().language())
                .with("runsout", runsOut));
    }

    /** She moves in: what was held is lived in from now on. */
    void moveIn(Placement one, Caller caller) {
        Sql stay = Sql.of(em, """
                        update bed_use set kind = 'STAY', expires_at = null, during = tstzrange(cast(:now as timestamptz), cast(:until as timestamptz))
                         where placement_id = :placement and kind = 'HOLD'
                        """)
                .with("now", caller.now())
                .with("until", one.leavesAt().orElse(null))
                .with("placement", one.id().value());
        if (changed(stay) != 1) {
            throw Refusal.wrongState("hold-ran-out");
        }
    }

    /** She has left: from now on the bed is free. */
    void leave(Placement one, Caller caller) {
        changed(Sql.of(em, """
                        update bed_use set left_at = :now,
                               during = tstzrange(least(lower(during), cast(:now as timestamptz)), least(upper(during), cast(:now as timestamptz)))
                         where placement_id = :placement and kind = 'STAY' and left_at is null
                        """)
                .with("now", caller.now())
                .with("placement", one.id().value()));
    }

    /** Takes a bed out of use. */
    void close(BedId bed, String reason, Instant from, Instant until, Caller caller) {
        changed(Sql.of(em, """
                        insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, closed_for)
                        select bed_id, room_id, facility_id, organisation_id, 'CLOSED', tstzrange(cast(:from as timestamptz), cast(:until as timestamptz)), :reason
                          from bed where bed_id = :bed and organisation_id = :house
                        """)
                .with("bed", bed.value())
                .with("house", caller.organisation().value())
                .with("reason", reason)
                .with("from", from)
                .with("until", until));
    }

    /** Has it in use again from now on; answers whether it was not. */
    boolean open(BedId bed, Caller caller) {
        return changed(Sql.of(em, """
                                update bed_use set during = tstzrange(least(lower(during), cast(:now as timestamptz)), cast(:now as timestamptz))
                                 where bed_id = :bed and kind = 'CLOSED' and (upper_inf(during) or upper(during) > :now)
                                """).with("bed", bed.value()).with("now", caller.now())) > 0;
    }

    /** The bed is empty, and who lived in it is not the house's to know any more. */
    void vacated(BedId bed) {
        Sql.of(em, "select cast(bed_vacated(:bed) as text)")
                .with("bed", bed.value())
                .run();
    }

    /**
     * What stands against her living in a house, as numbers.
     *
     * @param keptApart how many live there whom she must not meet
     * @param staff whether somebody works there who knows her
     * @param sameLanguage whether somebody lives there who speaks her language and is not her family
     */
    record Meets(int keptApart, boolean staff, boolean sameLanguage) {}

    Meets meets(PlacementId id, FacilityId facility) {
        return Sql.of(em, "select kept_apart, knows_staff, same_language from meets(:id, :facility)")
                .with("id", id.value())
                .with("facility", facility.value())
                .first(row -> new Meets(row.number(0), row.yes(1), row.yes(2)))
                .orElseThrow(Refusal::notThere);
    }

    /** The same of every house of hers, at once. */
    Map<FacilityId, Meets> meets(PlacementId id) {
        Map<FacilityId, Meets> met = new HashMap<>();
        Sql.of(em, """
                        select f.facility_id, m.kept_apart, m.knows_staff, m.same_language
                          from placement p join facility f on f.organisation_id = p.organisation_id
                         cross join lateral meets(p.placement_id, f.facility_id) m
                         where p.placement_id = :id and f.closed_at is null
                        """)
                .with("id", id.value())
                .rows(row -> met.put(new FacilityId(row.uuid(0)), new Meets(row.number(1), row.yes(2), row.yes(3))));
        return met;
    }

    private static int changed(Sql use) {
        try {
            return use.change();
        } catch (Failed failed) {
            if (GIVEN_ALREADY.equals(failed.state())) {
                throw Refusal.wrongState("bed-taken");
            }
            if (HOUSE_CLOSED_THEN.equals(failed.state())) {
                throw Refusal.wrongState("house-closed-then");
            }
            if (AMONG_UNRELATED.equals(failed.state())) {
                throw Refusal.wrongState("child-among-unrelated-adults");
            }
            throw failed;
        }
    }

    private static Bed bed(Row row) {
        return new Bed(
                new BedId(row.uuid(0)),
                new RoomId(row.uuid(1)),
                new FacilityId(row.uuid(2)),
                row.codes(3),
                row.has(4) ? Integer.valueOf(row.number(4)) : null,
                row.has(5) ? Integer.valueOf(row.number(5)) : null,
                row.yes(6),
                row.codes(7),
                row.when(8));
    }
}
