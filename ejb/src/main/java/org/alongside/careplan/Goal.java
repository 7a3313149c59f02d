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
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.GoalId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.hibernate.annotations.DynamicUpdate;

/**
 * What a survivor wants: proposed, agreed with her, then met, partly met, not met or dropped. An ended goal stays as it is.
 */
@Entity
@DynamicUpdate // the database lets only some columns be changed
@Table(name = "goal")
class Goal {
    @Id
    @Column(name = "goal_id")
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "organisation_id")
    private UUID organisation;

    private String domain;
    private String statement;
    private String priority;

    @Column(name = "target_on")
    private LocalDate targetOn;

    @Enumerated(EnumType.STRING)
    private GoalStatus status;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "written_by")
    private UUID writtenBy;

    @Column(name = "agreed_at")
    private Instant agreedAt;

    @Column(name = "agreed_by")
    private UUID agreedBy;

    private String backing;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private UUID endedBy;

    private int measured;

    @Version
    private int version;

    protected Goal() {}

    static Goal propose(GoalId id, CaseId caseId, NewGoal written, Caller writer) {
        Goal goal = new Goal();
        goal.id = id.value();
        goal.caseId = caseId.value();
        goal.organisation = writer.organisation().value();
        goal.status = GoalStatus.PROPOSED;
        goal.writtenAt = writer.now();
        goal.writtenBy = writer.worker().value();
        goal.take(written);
        return goal;
    }

    /** Changes what it says; answers the fields that changed. An ended goal is not rewritten. */
    List<String> change(NewGoal written) {
        requireOpen();
        List<String> changed = new ArrayList<>();
        PlanChanges.note(changed, "domain", domain, written.domain());
        PlanChanges.note(changed, "statement", statement, written.statement().strip());
        PlanChanges.note(changed, "priority", priority, written.priority());
        PlanChanges.note(changed, "targetOn", targetOn, written.targetOn());
        take(written);
        return changed;
    }

    private void take(NewGoal written) {
        domain = written.domain();
        statement = written.statement().strip();
        priority = written.priority();
        targetOn = written.targetOn();
    }

    /**
     * She agreed to it: from now on it is worked on.
     *
     * @param behind what stands behind a child's agreement, code of goal_backing; null for an adult
     */
    void agree(String behind, Caller caller) {
        if (status != GoalStatus.PROPOSED) {
            throw Refusal.wrongState(status.isOpen() ? "already-agreed" : "goal-ended");
        }
        status = GoalStatus.ACTIVE;
        agreedAt = caller.now();
        backing = behind;
        agreedBy = caller.worker().value();
    }

    /** It ended, one way or another; what was only proposed can only be dropped. */
    void end(GoalStatus how, Caller caller) {
        requireOpen();
        if (status == GoalStatus.PROPOSED && how != GoalStatus.DROPPED) {
            throw Refusal.wrongState("goal-not-agreed");
        }
        status = how;
        endedAt = caller.now();
        endedBy = caller.worker().value();
    }

    /** What it is measured by changed: a new version, so that who edits late is told. */
    void touch() {
        requireOpen();
        measured++;
    }

    /** Refuses where it has ended. */
    void requireOpen() {
        if (!status.isOpen()) {
            throw Refusal.wrongState("goal-ended");
        }
    }

    GoalId id() {
        return new GoalId(id);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    String domain() {
        return domain;
    }

    String statement() {
        return statement;
    }

    String priority() {
        return priority;
    }

    LocalDate targetOn() {
        return targetOn;
    }

    GoalStatus status() {
        return status;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Instant agreedAt() {
        return agreedAt;
    }

    String backing() {
        return backing;
    }

    Instant endedAt() {
        return endedAt;
    }

    int version() {
        return version;
    }
}
