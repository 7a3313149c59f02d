package org.alongside.careplan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.careplan.NewStep.Owner;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.StepId;
import org.alongside.shared.WorkerId;
import org.hibernate.annotations.DynamicUpdate;

/**
 * Something to be done towards a goal: planned, begun by somebody who takes it, perhaps stuck for a while, in the end done
 * or cancelled; what was said too early is taken back and goes on where it stood.
 */
@Entity
@DynamicUpdate // the database lets only some columns be changed
@Table(name = "action_step")
class ActionStep {
    @Id
    @Column(name = "step_id")
    private UUID id;

    @Column(name = "goal_id")
    private UUID goal;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "organisation_id")
    private UUID organisation;

    private String what;

    @Column(name = "owner_organisation_id")
    private UUID ownerOrganisation;

    @Column(name = "owner_role")
    private String ownerRole;

    @Column(name = "owner_worker_id")
    private UUID ownerWorker;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private StepStatus status;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "written_by")
    private UUID writtenBy;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "begun_by")
    private UUID begunBy;

    @Column(name = "blocked_at")
    private Instant blockedAt;

    @Column(name = "blocked_by")
    private UUID blockedBy;

    @Column(name = "block_reason")
    private String blockReason;

    @Column(name = "block_words")
    private String blockWords;

    @Column(name = "done_at")
    private Instant doneAt;

    @Column(name = "done_by")
    private UUID doneBy;

    private String outcome;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Column(name = "cancelled_by")
    private UUID cancelledBy;

    @Column(name = "cancel_reason")
    private String cancelReason;

    @Version
    private int version;

    protected ActionStep() {}

    static ActionStep plan(StepId id, Goal goal, NewStep planned, Caller writer) {
        goal.requireOpen();
        ActionStep step = new ActionStep();
        step.id = id.value();
        step.goal = goal.id().value();
        step.caseId = goal.caseId().value();
        step.organisation = writer.organisation().value();
        step.writtenAt = writer.now();
        step.writtenBy = writer.worker().value();
        step.take(planned);
        step.stand();
        return step;
    }

    /** Changes what it says; answers the fields that changed. Given to another, nobody has taken it yet. */
    List<String> change(NewStep planned) {
        requireOpen();
        List<String> changed = new ArrayList<>();
        PlanChanges.note(changed, "what", what, planned.what().strip());
        PlanChanges.note(changed, "owner", owner(), planned.owner());
        PlanChanges.note(changed, "dueOn", dueOn, planned.dueOn());
        if (changed.contains("owner")) {
            ownerWorker = null;
        }
        take(planned);
        return changed;
    }

    private void take(NewStep planned) {
        what = planned.what().strip();
        ownerOrganisation = planned.owner().organisation() == null
                ? null
                : planned.owner().organisation().value();
        ownerRole = planned.owner().role();
        dueOn = planned.dueOn();
    }

    /** Somebody begins; one of its owner's people takes it with that. */
    void begin(Caller caller) {
        requireOpen();
        if (status == StepStatus.IN_PROGRESS) {
            throw Refusal.wrongState("step-begun");
        }
        begunAt = caller.now();
        begunBy = caller.worker().value();
        if (caller.organisation().value().equals(ownerOrganisation)) {
            ownerWorker = caller.worker().value();
        }
        unblock();
        stand();
    }

    /** It cannot go on, and why. Blocked once more, the newest reason counts. */
    void block(String reason, String words, Caller caller) {
        requireOpen();
        blockedAt = caller.now();
        blockedBy = caller.worker().value();
        blockReason = reason;
        blockWords = words;
        stand();
    }

    /** It is done. */
    void finish(String howItWent, Caller caller) {
        requireOpen();
        doneAt = caller.now();
        doneBy = caller.worker().value();
        outcome = howItWent;
        stand();
    }

    /** It is not done any more, by those who planned it. */
    void cancel(String reason, Caller caller) {
        requireOpen();
        cancelledAt = caller.now();
        cancelledBy = caller.worker().value();
        cancelReason = reason;
        stand();
    }

    /** Takes back the last that was said of it: done, cancelled, stuck. What was stuck and then said done is stuck again. */
    void resume() {
        if (status.isOpen() && status != StepStatus.BLOCKED) {
            throw Refusal.wrongState("step-goes-on");
        }
        if (status == StepStatus.BLOCKED) {
            unblock();
        }
        doneAt = null;
        doneBy = null;
        outcome = null;
        cancelledAt = null;
        cancelledBy = null;
        cancelReason = null;
        stand();
    }

    /** Whoever took it gives it back to its owner's people. */
    void handBack() {
        requireOpen();
        if (ownerWorker == null) {
            throw Refusal.wrongState("nobody-took-it");
        }
        ownerWorker = null;
    }

    private void unblock() {
        blockedAt = null;
        blockedBy = null;
        blockReason = null;
        blockWords = null;
    }

    private void stand() {
        status = cancelledAt != null
                ? StepStatus.CANCELLED
                : doneAt != null
                        ? StepStatus.DONE
                        : blockedAt != null
                                ? StepStatus.BLOCKED
                                : begunAt != null ? StepStatus.IN_PROGRESS : StepStatus.PLANNED;
    }

    private void requireOpen() {
        if (!status.isOpen()) {
            throw Refusal.wrongState(status == StepStatus.DONE ? "step-done" : "step-cancelled");
        }
    }

    StepId id() {
        return new StepId(id);
    }

    GoalId goal() {
        return new GoalId(goal);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    Owner owner() {
        return ownerOrganisation == null ? Owner.SURVIVOR : new Owner(new OrganisationId(ownerOrganisation), ownerRole);
    }

    Optional<WorkerId> takenBy() {
        return Optional.ofNullable(ownerWorker).map(WorkerId::new);
    }

    String what() {
        return what;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    StepStatus status() {
        return status;
    }

    Optional<StepView.Obstacle> block() {
        return status == StepStatus.BLOCKED
                ? Optional.of(new StepView.Obstacle(blockedAt, blockReason, blockWords))
                : Optional.empty();
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(doneAt).or(() -> Optional.ofNullable(cancelledAt));
    }

    String outcome() {
        return outcome;
    }

    String cancelReason() {
        return cancelReason;
    }

    int version() {
        return version;
    }
}
