package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.housing.NewPlacement.NewArrival;
import org.alongside.housing.NewPlacement.NewEnd;
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

    /** Which beds she and her family were offered. */
    Set<BedId> bedsOf(PlacementId id) {
        return Sql.of(em, """
                        select bed_id from placement
                         where bed_id is not null
                           and (placement_id = :id or family_id = (select f.family_id from placement f where f.placement_id = :id))
                        """).with("id", id.value()).rows(row -> new BedId(row.uuid(0))).stream()
                .collect(Collectors.toSet());
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

    /** The referral under which this house shelters her, and what it said of her. */
    record Sheltered(UUID referral, Placement.Wants wants) {}

    Optional<Sheltered> sheltered(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select r.referral_id, c.age_band, c.child, c.sex, c.language, array_to_string(c.accessibility, ','),
                               array_to_string(c.constraints, ',')
                          from referral r join referral_card c using (referral_id)
                         where r.case_id = :case and c.recipient_organisation_id = :house and c.service_type = 'SHELTER'
                           and c.status in ('ACCEPTED', 'IN_SERVICE')
                         order by c.accepted_at desc limit 1
                        """)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .first(row -> new Sheltered(
                        row.uuid(0),
                        new Placement.Wants(
                                row.text(1), row.yes(2), row.text(3), row.text(4), row.codes(5), row.codes(6))));
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
    List<Placement> running(Set<UUID> cases, Caller caller) {
        return Sql.of(em, WHOLE + """
                         where p.case_id = any (:cases) and p.organisation_id = :house
                           and p.status not in ('DECLINED_BY_SHELTER', 'DECLINED_BY_SURVIVOR', 'MOVED', 'ENDED')
                         order by p.placement_id for no key update
                        """)
                .with("cases", cases)
                .with("house", caller.organisation().value())
                .rows(Placements::whole);
    }

    /** From now on she is placed with that family. */
    void join(PlacementId id, UUID family) {
        Sql.of(em, "select cast(placed_together(:id, :family) as text)")
                .with("id", id.value())
                .with("family", family)
                .run();
    }

    /** Whom the caller's house shelters under this referral, and may place. */
    Optional<CaseId> shelteredUnder(ReferralId referral, Caller caller) {
        return Sql.of(em, """
                        select r.case_id from referral r join referral_card c using (referral_id)
                         where r.referral_id = :referral and c.recipient_organisation_id = :house and c.service_type = 'SHELTER'
                           and places(r.case_id, c.recipient_organisation_id)
                        """)
                .with("referral", referral.value())
                .with("house", caller.organisation().value())
                .first(row -> new CaseId(row.uuid(0)));
    }

    /** Ends what was to become of a referral that stands no more; answers of which placements. */
    List<PlacementId> stop(ReferralId referral) {
        return Sql.of(em, "select placements_stop(:referral)")
                .with("referral", referral.value())
                .rows(row -> new PlacementId(row.uuid(0)));
    }

    /** The earlier refusals of a case, of whichever house. */
    List<PlacementId> refused(CaseId caseId) {
        return Sql.of(em, "select placements_refused(:case)")
                .with("case", caseId.value())
                .rows(row -> new PlacementId(row.uuid(0)));
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

    UUID addFamily(Caller caller) {
        UUID family = UUID.randomUUID();
        Sql.of(em, "insert into family (family_id, organisation_id) values (:id, :house)")
                .with("id", family)
                .with("house", caller.organisation().value())
                .run();
        return family;
    }

    void request(PlacementId id, CaseId caseId, Sheltered sheltered, UUID family, Caller caller) {
        Placement.Wants wants = sheltered.wants();
        Sql.of(em, """
                        insert into placement (placement_id, case_id, organisation_id, referral_id, family_id, status, age_band, child, sex, language,
                               accessibility, constraints, requested_at, requested_by, changed_at, changed_by)
                        values (:id, :case, :house, :referral, :family, 'REQUESTED', :age, :child, :sex, :language, :accessibility, :constraints,
                                :now, :worker, :now, :worker)
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("referral", sheltered.referral())
                .with("family", family)
                .with("age", wants.ageBand())
                .with("child", wants.child())
                .with("sex", wants.sex())
                .with("language", wants.language())
                .with("accessibility", wants.accessibility())
                .with("constraints", wants.constraints())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }

    /** The place to which she is moved; the one she leaves must have ended at this instant. */
    void moveIn(Placement from, PlacementId into, Place place, Caller caller) {
        Sql.of(em, """
                        insert into placement (placement_id, case_id, organisation_id, referral_id, family_id, facility_id, bed_id, status, age_band,
                               child, sex, language, accessibility, constraints, leaves_at, accepted_warnings, rights_told_in, rules_told_in,
                               moved_from_id, requested_at, requested_by, changed_at, changed_by, admitted_at, admitted_by)
                        select :into, case_id, organisation_id, referral_id, family_id, :facility, :bed, 'ADMITTED', age_band, child, sex, language,
                               accessibility, constraints, leaves_at, :despite, rights_told_in, rules_told_in, placement_id, :now, :worker, :now,
                               :worker, :now, :worker
                          from placement where placement_id = :from
                        """)
                .with("into", into.value())
                .with("facility", place.bed().facility().value())
                .with("bed", place.bed().id().value())
                .with("despite", place.despite())
                .with("from", from.id().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }

    /** A bed, with the warnings that were weighed when it was chosen. */
    record Place(Beds.Bed bed, List<String> despite) {}

    void offer(Placement one, Place place, Instant arrivesAt, Instant leavesAt, Caller caller) {
        step(
                one,
                PlacementStep.OFFER,
                caller,
                "facility_id = :facility, bed_id = :bed, arrives_at = :arrives, leaves_at = :leaves, accepted_warnings = :despite",
                sql -> sql.with("facility", place.bed().facility().value())
                        .with("bed", place.bed().id().value())
                        .with("arrives", arrivesAt)
                        .with("leaves", leavesAt)
                        .with("despite", place.despite()));
    }

    void decline(Placement one, String reason, Caller caller) {
        step(one, PlacementStep.DECLINE, caller, "decline_reason = :reason", sql -> sql.with("reason", reason));
    }

    void declineForHer(Placement one, Caller caller) {
        step(
                one,
                PlacementStep.DECLINE_FOR_HER,
                caller,
                "facility_id = null, bed_id = null, arrives_at = null, leaves_at = null, accepted_warnings = '{}'",
                sql -> sql);
    }

    void hold(Placement one, Instant until, Caller caller) {
        step(one, PlacementStep.HOLD, caller, "held_until = :until", sql -> sql.with("until", until));
    }

    void arrive(Placement one, NewArrival told, Caller caller) {
        step(
                one,
                PlacementStep.ARRIVE,
                caller,
                "held_until = null, admitted_at = :now, admitted_by = :worker, rights_told_in = :rights, rules_told_in = :rules",
                sql -> sql.with("rights", told.rightsIn()).with("rules", told.rulesIn()));
    }

    void goAway(Placement one, Instant until, Caller caller) {
        step(one, PlacementStep.GO_AWAY, caller, "absent_until = :until", sql -> sql.with("until", until));
    }

    void notReturn(Placement one, Caller caller) {
        step(one, PlacementStep.NOT_RETURN, caller, "absent_until = null", sql -> sql);
    }

    void comeBack(Placement one, Caller caller) {
        step(one, PlacementStep.COME_BACK, caller, "absent_until = null", sql -> sql);
    }

    void moveOn(Placement one, Caller caller) {
        step(one, PlacementStep.MOVE, caller, "ended_at = :now, ended_by = :worker", sql -> sql);
    }

    void end(Placement one, PlacementStep how, NewEnd end, Caller caller) {
        step(
                one,
                how,
                caller,
                "ended_at = :now, ended_by = :worker, end_reason = :reason, next_type = :next, next_words = :words",
                sql -> sql.with("reason", end.reason())
                        .with("next", end.nextType())
                        .with("words", end.nextWords()));
    }

    private void step(Placement one, PlacementStep step, Caller caller, String facts, UnaryOperator<Sql> bound) {
        int changed = bound.apply(Sql.of(
                        em,
                        "update placement set status = :status, " + facts
                                + ", changed_at = :now, changed_by = :worker, version = version + 1"
                                + " where placement_id = :id and version = :version"))
                .with("status", step.from(one.status()).name())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("id", one.id().value())
                .with("version", one.version())
                .change();
        if (changed == 0) {
            throw Refusal.stale("changed-meanwhile");
        }
    }

    /** She and all of her family, whatever became of them. */
    List<PlacementId> together(PlacementId id) {
        return Sql.of(em, """
                        select placement_id from placement
                         where placement_id = :id or family_id = (select f.family_id from placement f where f.placement_id = :id)
                         order by placement_id
                        """).with("id", id.value()).rows(row -> new PlacementId(row.uuid(0)));
    }

    /** Ends a hold whose time is over, with her family's; answers whether it did. */
    boolean holdEnds(PlacementId id) {
        return Sql.of(em, "select hold_ends(:id)")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    void agreeToMove(PlacementId id, CaseId caseId, Caller caller) {
        Sql.of(em, """
                        insert into move_agreement (placement_id, case_id, agreed_at, agreed_by) values (:id, :case, :now, :worker)
                        on conflict do nothing
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }

    boolean moveAgreedSince(PlacementId id, Instant since) {
        return Sql.of(em, "select 1 from move_agreement where placement_id = :id and agreed_at >= :since limit 1")
                .with("id", id.value())
                .with("since", since)
                .first(row -> true)
                .isPresent();
    }

    /** Whether she lives there, as who leads and the house both know it. */
    boolean livesThere(PlacementId id) {
        return Sql.of(em, "select status from placement_minimum where placement_id = :id")
                .with("id", id.value())
                .first(row -> PlacementStatus.valueOf(row.text(0)).livesThere())
                .orElse(false);
    }

    /** A second word in the same moment changes nothing. */
    void agreeToLeaving(PlacementId id, CaseId caseId, Caller caller) {
        Sql.of(em, """
                        insert into leaving_agreement (placement_id, case_id, agreed_at, agreed_by) values (:id, :case, :now, :worker)
                        on conflict do nothing
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }

    /** Whether somebody else than the caller has agreed for each of them that she has to leave. */
    boolean leavingAgreedSince(List<Placement> leaving, Instant since, Caller caller) {
        return leaving.stream().allMatch(one -> Sql.of(em, """
                                select 1 from leaving_agreement where placement_id = :id and agreed_at >= :since and agreed_by <> :worker limit 1
                                """)
                .with("id", one.id().value())
                .with("since", since)
                .with("worker", caller.worker().value())
                .first(row -> true)
                .isPresent());
    }

    void keepApart(CaseId caseId, CaseId other, Caller caller) {
        Sql.of(em, """
                        insert into kept_apart (kept_apart_id, case_id, other_case_id, organisation_id, said_at, said_by)
                        values (gen_random_uuid(), :case, :other, :house, :now, :worker) on conflict do nothing
                        """)
                .with("case", caseId.value())
                .with("other", other.value())
                .with("house", caller.organisation().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
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
