package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** The collection of placements. Whoever is about to change one holds it first, with all of her family, in one order. */
@ApplicationScoped
class Placements {
    private static final String WHOLE = """
            select p.placement_id, p.case_id, p.organisation_id, p.referral_id, p.family_id, p.facility_id, p.bed_id, p.status, p.age_band,
                   p.child, p.sex, p.language, array_to_string(p.accessibility, ','), array_to_string(p.constraints, ','), p.arrives_at,
                   p.leaves_at, p.held_until, p.version
              from placement p
            """;

    @PersistenceContext
    EntityManager em;

    /** Whose a placement is, as far as the caller may know that it is there. */
    record Known(CaseId caseId, OrganisationId house) {}

    Optional<Known> known(PlacementId id) {
        return Sql.of(em, "select case_id, organisation_id from placement_minimum where placement_id = :id")
                .with("id", id.value())
                .first(row -> new Known(new CaseId(row.uuid(0)), new OrganisationId(row.uuid(1))));
    }

    /** Whether she lives there, as who leads and the house both know it. */
    boolean livesThere(PlacementId id) {
        return Sql.of(em, "select status from placement_minimum where placement_id = :id")
                .with("id", id.value())
                .first(row -> PlacementStatus.valueOf(row.text(0)).livesThere())
                .orElse(false);
    }

    List<Placement> of(CaseId caseId) {
        return Sql.of(em, WHOLE + " where p.case_id = :case order by p.requested_at, p.placement_id")
                .with("case", caseId.value())
                .rows(Placements::whole);
    }

    /** As the house that keeps it reads it. */
    Optional<Placement> read(PlacementId id) {
        return Sql.of(em, WHOLE + " where p.placement_id = :id")
                .with("id", id.value())
                .first(Placements::whole);
    }

    /** The placement with those of her family that stand where it stands; held until the end of the transaction. */
    List<Placement> toChange(PlacementId id) {
        List<Placement> together =
                Sql.of(em, WHOLE + """
                         where p.placement_id = :id
                            or p.family_id = (select f.family_id from placement f where f.placement_id = :id)
                         order by p.placement_id for no key update
                        """).with("id", id.value()).rows(Placements::whole);
        Placement asked =
                together.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Refusal::notThere);
        return together.stream().filter(one -> one.status() == asked.status()).toList();
    }

    /** The running ones of her family; more than {@link #toChange} where somebody of it is away. */
    List<Placement> familyOf(Placement one) {
        return one
                .family()
                .map(family -> Sql.of(em, WHOLE + " where p.family_id = :family order by p.placement_id")
                        .with("family", family)
                        .rows(Placements::whole))
                .orElse(List.of(one))
                .stream()
                .filter(of -> of.status().running())
                .toList();
    }

    /** She and all of her family, whatever became of them. */
    List<PlacementId> together(PlacementId id) {
        return Sql.of(em, """
                        select placement_id from placement
                         where placement_id = :id or family_id = (select f.family_id from placement f where f.placement_id = :id)
                         order by placement_id
                        """).with("id", id.value()).rows(row -> new PlacementId(row.uuid(0)));
    }

    /** Which beds she and her family were offered. */
    Set<BedId> bedsOf(PlacementId id) {
        return Sql.of(em, """
                        select bed_id from placement
                         where bed_id is not null
                           and (placement_id = :id or family_id = (select f.family_id from placement f where f.placement_id = :id))
                        """).with("id", id.value()).rows(row -> new BedId(row.uuid(0))).stream()
                .collect(Collectors.toSet());
    }

    /** What was asked for, when the house said yes or by hand, and goes no further yet. */
    Optional<PlacementId> asked(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select placement_id from placement
                         where case_id = :case and organisation_id = :house and status = 'REQUESTED'
                        """)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .first(row -> new PlacementId(row.uuid(0)));
    }

    /** What runs of these cases in the caller's house; held until the end of the transaction. */
    List<Placement> running(List<CaseId> cases, Caller caller) {
        return Sql.of(em, WHOLE + """
                         where p.case_id = any (:cases) and p.organisation_id = :house
                           and p.status not in ('DECLINED_BY_SHELTER', 'DECLINED_BY_SURVIVOR', 'MOVED', 'ENDED')
                         order by p.placement_id for no key update
                        """)
                .with("cases", cases.stream().map(CaseId::value).collect(Collectors.toSet()))
                .with("house", caller.organisation().value())
                .rows(Placements::whole);
    }

    boolean running(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select 1 from placement where case_id = :case and organisation_id = :house
                           and status not in ('DECLINED_BY_SHELTER', 'DECLINED_BY_SURVIVOR', 'MOVED', 'ENDED')
                        """)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .first(row -> true)
                .isPresent();
    }

    /** The earlier refusals of these cases, of whichever house. */
    List<PlacementId> refused(List<CaseId> cases) {
        return Sql.of(em, "select placements_refused(case_id) from unnest(:cases) case_id")
                .with("cases", cases.stream().map(CaseId::value).collect(Collectors.toSet()))
                .rows(row -> new PlacementId(row.uuid(0)));
    }

    /** Ends what was to become of a referral that stands no more; answers of which placements. */
    List<PlacementId> stop(ReferralId referral) {
        return Sql.of(em, "select placements_stop(:referral)")
                .with("referral", referral.value())
                .rows(row -> new PlacementId(row.uuid(0)));
    }

    /** Ends a hold whose time is over, with her family's; answers whether it did. */
    boolean holdEnds(PlacementId id) {
        return Sql.of(em, "select hold_ends(:id)")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    private static Placement whole(Row row) {
        return new Placement(
                new PlacementId(row.uuid(0)),
                new CaseId(row.uuid(1)),
                new OrganisationId(row.uuid(2)),
                row.uuid(3),
                Optional.ofNullable(row.uuid(4)),
                Optional.ofNullable(row.uuid(5)).map(FacilityId::new),
                Optional.ofNullable(row.uuid(6)).map(BedId::new),
                PlacementStatus.valueOf(row.text(7)),
                new Placement.Wants(row.text(8), row.yes(9), row.text(10), row.text(11), row.codes(12), row.codes(13)),
                row.when(14),
                row.when(15),
                row.when(16),
                row.number(17));
    }
}
