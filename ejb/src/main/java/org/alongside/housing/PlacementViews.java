package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.housing.HousingView.Own;
import org.alongside.housing.HousingView.PlacementView;
import org.alongside.housing.StayView.Relative;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** Makes of placements what the caller may be told. */
@ApplicationScoped
class PlacementViews {
    private static final String OF_HER_FAMILY = "p.family_id = h.family_id";
    private static final String APART = """
            (h.family_id is null or p.family_id is distinct from h.family_id)
               and p.case_id in (select w.other_case_id from family_word w
                                  where w.case_id = h.case_id and w.ended_at is null and family_agreed(w.case_id, w.other_case_id))
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Kinship kinship;

    @Inject
    LookingAfter lookingAfter;

    HousingView of(CaseId caseId, HousingReach reach) {
        boolean asked = Sql.of(em, "select 1 from housing_known where case_id = :case")
                .with("case", caseId.value())
                .first(row -> true)
                .isPresent();
        List<PlacementView> placements =
                Sql.of(em, """
                        select m.placement_id, m.code_name, m.status, m.requested_at, m.admitted_at, m.ended_at, m.next_type, m.organisation_id,
                               p.facility_id, p.bed_id, b.label, p.arrives_at, p.leaves_at, p.held_until, p.absent_until, p.decline_reason,
                               p.end_reason, p.next_words,
                               (select string_agg(cast(f.placement_id as text), ',') from placement f
                                 where f.family_id = p.family_id and f.placement_id <> p.placement_id),
                               array_to_string(p.accepted_warnings, ','), p.version,
                               (select max(a.agreed_at) from move_agreement a where a.placement_id = m.placement_id),
                               (select max(e.until_at) from escort e
                                 where e.placement_id = m.placement_id and e.worker_id = caller_worker() and e.ended_at is null
                                   and e.until_at > caller_now()),
                               (select s.answer from placement_spoken s where s.placement_id = m.placement_id order by s.noted_at desc limit 1)
                          from placement_minimum m
                          left join placement p using (placement_id)
                          left join bed b on b.bed_id = p.bed_id
                         where m.case_id = :case
                         order by m.requested_at, m.placement_id
                        """).with("case", caseId.value()).rows(row -> view(row, reach));
        return new HousingView(caseId, asked, placements, reach.places(reach.house()), kinship.of(caseId));
    }

    /** @param agreedSince from when on the word of who leads counts */
    Optional<StayView> stay(PlacementId id, Instant agreedSince) {
        List<Relative> family = relatives(id, OF_HER_FAMILY);
        List<Relative> apart = relatives(id, APART);
        List<ToLookAfter> health = lookingAfter.of(id);
        return Sql.of(em, """
                        select p.placement_id, p.case_id, c.case_code, i.preferred_name, p.status, p.age_band, p.child, p.sex, p.language,
                               array_to_string(p.accessibility, ','), array_to_string(p.constraints, ','), p.facility_id, f.code_name, p.bed_id,
                               r.label, b.label, p.arrives_at, p.leaves_at, p.held_until, p.admitted_at, p.absent_until,
                               array_to_string(p.accepted_warnings, ','),
                               exists (select from move_agreement a where a.placement_id = p.placement_id and a.agreed_at >= :since),
                               p.version, may('min', p.case_id, 32)
                          from placement p
                          join case_file c on c.case_id = p.case_id
                          left join identity_minimum i on i.case_id = p.case_id
                          left join facility f on f.facility_id = p.facility_id
                          left join bed b on b.bed_id = p.bed_id
                          left join room r on r.room_id = b.room_id
                         where p.placement_id = :id
                        """)
                .with("id", id.value())
                .with("since", agreedSince)
                .first(row -> stay(row, family, apart, health));
    }

    private List<Relative> relatives(PlacementId id, String which) {
        return Sql.of(em, """
                        select p.placement_id, p.case_id, c.case_code, i.preferred_name, p.status, p.age_band, p.child, b.label
                          from placement h
                          join placement p on p.organisation_id = h.organisation_id and p.placement_id <> h.placement_id
                          join case_file c on c.case_id = p.case_id
                          left join identity_minimum i on i.case_id = p.case_id
                          left join bed b on b.bed_id = p.bed_id
                         where h.placement_id = :id
                           and p.status not in ('DECLINED_BY_SHELTER', 'DECLINED_BY_SURVIVOR', 'MOVED', 'ENDED')
                           and""" + " " + which + " order by p.child, p.placement_id")
                .with("id", id.value())
                .rows(row -> new Relative(
                        new PlacementId(row.uuid(0)),
                        new CaseId(row.uuid(1)),
                        row.text(2),
                        Optional.ofNullable(row.text(3)),
                        row.text(4),
                        row.text(5),
                        row.yes(6),
                        Optional.ofNullable(row.text(7))));
    }

    private static StayView stay(Row row, List<Relative> family, List<Relative> apart, List<ToLookAfter> health) {
        return new StayView(
                new PlacementId(row.uuid(0)),
                new CaseId(row.uuid(1)),
                row.text(2),
                Optional.ofNullable(row.text(3)),
                row.text(4),
                new StayView.Wanted(row.text(5), row.yes(6), row.text(7), row.text(8), row.codes(9), row.codes(10)),
                Optional.ofNullable(row.uuid(11)).map(FacilityId::new),
                Optional.ofNullable(row.text(12)),
                Optional.ofNullable(row.uuid(13)).map(BedId::new),
                Optional.ofNullable(row.text(14)),
                Optional.ofNullable(row.text(15)),
                row.when(16),
                row.when(17),
                row.when(18),
                row.when(19),
                row.when(20),
                row.codes(21),
                row.yes(22),
                family,
                apart,
                row.yes(24),
                health,
                row.number(23));
    }

    private static PlacementView view(Row row, HousingReach reach) {
        return new PlacementView(
                new PlacementId(row.uuid(0)),
                Optional.ofNullable(row.text(1)),
                row.text(2),
                row.instant(3),
                row.when(4),
                row.when(5),
                Optional.ofNullable(row.text(6)),
                row.when(21),
                row.when(22),
                Optional.ofNullable(row.text(23)),
                reach.keeps(new OrganisationId(row.uuid(7))) && row.has(20) ? Optional.of(own(row)) : Optional.empty());
    }

    private static Own own(Row row) {
        return new Own(
                Optional.ofNullable(row.uuid(8)).map(FacilityId::new),
                Optional.ofNullable(row.uuid(9)).map(BedId::new),
                Optional.ofNullable(row.text(10)),
                row.when(11),
                row.when(12),
                row.when(13),
                row.when(14),
                Optional.ofNullable(row.text(15)),
                Optional.ofNullable(row.text(16)),
                Optional.ofNullable(row.text(17)),
                row.codes(18).stream().map(PlacementId::of).toList(),
                row.codes(19),
                row.number(20));
    }
}
