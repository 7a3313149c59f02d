package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.alongside.access.Caller;
import org.alongside.housing.NewPlacement.NewArrival;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** Writes down each step of a placement that is held. Refuses as stale where somebody else changed it meanwhile. */
@ApplicationScoped
class PlacementSteps {
    @PersistenceContext
    EntityManager em;

    void request(PlacementId id, CaseId caseId, ShelterReferrals.Sheltered sheltered, UUID family, Caller caller) {
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

    /** A bed, with the warnings that were weighed when it was chosen. */
    record Place(Beds.Bed bed, List<String> despite) {}

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
}
