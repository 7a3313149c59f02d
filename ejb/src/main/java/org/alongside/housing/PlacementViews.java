package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.alongside.housing.HousingView.Own;
import org.alongside.housing.HousingView.PlacementView;
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
    @PersistenceContext
    EntityManager em;

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
                               array_to_string(p.accepted_warnings, ','), p.version
                          from placement_minimum m
                          left join placement p using (placement_id)
                          left join bed b on b.bed_id = p.bed_id
                         where m.case_id = :case
                         order by m.requested_at, m.placement_id
                        """).with("case", caseId.value()).rows(row -> view(row, reach));
        return new HousingView(caseId, asked, placements, reach.places(reach.house()));
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
