package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.housing.HousePeople.Resident;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** Reads of one house who lives there and what is owed to them, in three questions however many they are. */
@ApplicationScoped
class Residents {
    static final String ALL = """
            select b.label, p.placement_id, p.case_id, c.case_code, i.preferred_name, p.status, p.language, told.version, talk.done_at, w.name,
                   p.admitted_at, cast((select count(*) from restriction r where r.placement_id = p.placement_id and r.ended_at is null) as int),
                   p.leaves_at, may('min', p.case_id, 32)
              from bed_use u
              join bed b on b.bed_id = u.bed_id
              join placement p on p.placement_id = u.placement_id
              join case_file c on c.case_id = p.case_id
              left join identity_minimum i on i.case_id = p.case_id
              left join lateral (select max(t.version) as version from rules_told t join house_rules h using (house_rules_id)
                                  where t.case_id = p.case_id and h.facility_id = p.facility_id) told on true
              left join lateral (select s.done_at, s.done_by from placement_step s
                                  where s.case_id = p.case_id and s.organisation_id = p.organisation_id
                                    and s.step in ('WEEKLY_TALK_HELD', 'RETURN_TALK_HELD')
                                  order by s.done_at desc limit 1) talk on true
              left join worker w on w.worker_id = talk.done_by
             where u.organisation_id = :organisation and u.facility_id = :house and u.kind = 'STAY' and u.left_at is null
             order by b.label, p.placement_id
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    LookingAfter lookingAfter;

    /** @param talkEvery how often somebody talks with each of them */
    HousePeople of(FacilityId house, Duration talkEvery, Caller caller) {
        HousePeople none = Sql.of(em, """
                        select f.code_name, coalesce((select max(r.version) from house_rules r where r.facility_id = f.facility_id), 0), f.closes_at,
                               f.closing_reason,
                               cast((select count(*) from bed_use u where u.facility_id = f.facility_id and u.kind = 'STAY' and u.left_at is null) as int)
                          from facility f where f.facility_id = :house
                        """)
                .with("house", house.value())
                .first(row -> new HousePeople(
                        house,
                        row.text(0),
                        row.number(1),
                        row.when(2),
                        Optional.ofNullable(row.text(3)),
                        row.number(4),
                        List.of()))
                .orElseThrow(Refusal::notThere);
        Map<CaseId, List<ToLookAfter>> health = lookingAfter.in(house);
        List<Resident> residents = Sql.of(em, ALL)
                .with("organisation", caller.organisation().value())
                .with("house", house.value())
                .rows(row -> {
                    Optional<Integer> told = row.has(7) ? Optional.of(row.number(7)) : Optional.empty();
                    Instant since = row.when(8)
                            .filter(at -> at.isAfter(row.instant(10)))
                            .orElse(row.instant(10));
                    return new Resident(
                            row.text(0),
                            new PlacementId(row.uuid(1)),
                            new CaseId(row.uuid(2)),
                            row.text(3),
                            Optional.ofNullable(row.text(4)),
                            row.text(5),
                            row.text(6),
                            told,
                            told.orElse(0) < none.rulesVersion(),
                            row.when(8),
                            Optional.ofNullable(row.text(9)),
                            since.plus(talkEvery),
                            row.number(11),
                            row.when(12),
                            none.closesAt()
                                    .filter(closes -> row.when(12)
                                            .filter(leaves -> !leaves.isAfter(closes))
                                            .isEmpty())
                                    .isPresent(),
                            row.yes(13),
                            health.getOrDefault(new CaseId(row.uuid(2)), List.of()));
                });
        return new HousePeople(
                house,
                none.codeName(),
                none.rulesVersion(),
                none.closesAt(),
                none.closingReason(),
                none.unknown() - residents.size(),
                residents);
    }
}
