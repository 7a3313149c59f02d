package org.alongside.guardian;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.GuardianId;
import org.alongside.shared.Refusal;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Somebody who stands for a child. A parent or carer does so without anybody's appointment; for others it is needed, asked for, given
 * for a time and then for good. A doubt about their interests suspends the mandate at once, until somebody else replaces them or it
 * ends. Who is excluded has ended here, and is kept among the excluded.
 */
@Entity
@DynamicUpdate // the database lets only some columns be changed
@Table(name = "guardian")
class Guardian {
    static final String CONSENT = "CONSENT";
    private static final Set<String> STANDING = Set.of("NOT_NEEDED", "TEMPORARY", "APPOINTED");

    @Id
    @Column(name = "guardian_id")
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private String type;
    private String name;
    private String relation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> powers;

    @Column(name = "order_reference")
    private String orderReference;

    @Column(name = "mandate_from")
    private Instant from;

    @Column(name = "mandate_until")
    private Instant until;

    @Column(name = "conflict_checked_by")
    private String conflictCheckedBy;

    @Column(name = "conflict_checked_at")
    private Instant conflictCheckedAt;

    @Column(name = "needed_at")
    private Instant neededAt;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "temporary_at")
    private Instant temporaryAt;

    @Column(name = "appointed_at")
    private Instant appointedAt;

    @Column(name = "review_at")
    private Instant reviewAt;

    @Column(name = "replaced_at")
    private Instant replacedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Version
    private int version;

    protected Guardian() {}

    /** As they are found, or that somebody is needed. */
    static Guardian record(GuardianId id, CaseId caseId, NewGuardian found, Caller recorder) {
        Guardian guardian = new Guardian();
        guardian.id = id.value();
        guardian.caseId = caseId.value();
        guardian.type = found.type();
        guardian.recordedAt = recorder.now();
        guardian.recordedBy = recorder.worker().value();
        guardian.powers = found.powers();
        guardian.name = stripped(found.name());
        guardian.relation = found.relation();
        guardian.orderReference = stripped(found.orderReference());
        guardian.from = found.from();
        guardian.until = found.until();
        guardian.checked(found.conflictCheckedBy(), recorder.now());
        switch (found.status()) {
            case "NEEDED" -> guardian.neededAt = recorder.now();
            case "TEMPORARY" -> guardian.temporaryAt = recorder.now();
            case "APPOINTED" -> guardian.appointedAt = recorder.now();
            default -> {} // nobody has to appoint a parent
        }
        return guardian;
    }

    /** The next step; refuses what does not follow on the status it has (DOMAIN 5.2). */
    void turn(GuardianTurn turn, Instant now) {
        String status = status();
        switch (turn.to()) {
            case "REQUESTED" -> {
                follows(status.equals("NEEDED"), turn);
                requestedAt = now;
            }
            case "TEMPORARY" -> {
                follows(status.equals("REQUESTED"), turn);
                mandate(turn, now);
                temporaryAt = now;
            }
            case "APPOINTED" -> {
                follows(status.equals("TEMPORARY"), turn);
                mandate(turn, now);
                appointedAt = now;
            }
            case "CONFLICT_REVIEW" -> {
                follows(STANDING.contains(status), turn);
                reviewAt = now;
            }
            case "REPLACED" -> {
                follows(status.equals("CONFLICT_REVIEW"), turn);
                replacedAt = now;
            }
            case "ENDED" -> {
                follows(endedAt == null && replacedAt == null, turn);
                endedAt = now;
            }
            default -> follows(false, turn);
        }
    }

    private static void follows(boolean holds, GuardianTurn turn) {
        if (!holds) {
            throw Refusal.wrongState("guardian-does-not-follow", turn.to());
        }
    }

    private void mandate(GuardianTurn turn, Instant now) {
        name = Objects.requireNonNullElse(stripped(turn.name()), name);
        relation = turn.relation() == null ? relation : turn.relation();
        powers = turn.powers();
        orderReference = stripped(turn.orderReference()) == null ? orderReference : stripped(turn.orderReference());
        from = turn.from() == null ? now : turn.from();
        until = turn.until();
        checked(turn.conflictCheckedBy(), now);
    }

    private void checked(String by, Instant now) {
        conflictCheckedBy = stripped(by);
        conflictCheckedAt = conflictCheckedBy == null ? null : now;
    }

    /** Code of guardian_status, from what happened. */
    String status() {
        if (replacedAt != null) {
            return "REPLACED";
        }
        if (endedAt != null) {
            return "ENDED";
        }
        if (reviewAt != null) {
            return "CONFLICT_REVIEW";
        }
        if (appointedAt != null) {
            return "APPOINTED";
        }
        if (temporaryAt != null) {
            return "TEMPORARY";
        }
        if (requestedAt != null) {
            return "REQUESTED";
        }
        return neededAt == null ? "NOT_NEEDED" : "NEEDED";
    }

    /**
     * Why that person cannot give a consent for her.
     *
     * @param excluded whether that person is excluded
     * @param givenAt when the consent was given, not after now
     * @return code of a reason; empty: they can
     */
    Optional<String> objection(boolean excluded, Instant givenAt, Instant now) {
        if (excluded) {
            return Optional.of("giver-is-excluded");
        }
        return switch (status()) {
            case "ENDED", "REPLACED" -> Optional.of("guardian-ended");
            case "CONFLICT_REVIEW" -> Optional.of("guardian-under-review");
            case "NEEDED", "REQUESTED" -> Optional.of("guardian-not-appointed");
            default -> mandateObjection(givenAt, now);
        };
    }

    private Optional<String> mandateObjection(Instant givenAt, Instant now) {
        if (until != null && !until.isAfter(now)) {
            return Optional.of("guardian-ended");
        }
        if (from != null && from.isAfter(givenAt)) {
            return Optional.of("guardian-not-begun");
        }
        return powers.contains(CONSENT) ? Optional.empty() : Optional.of("guardian-without-consent");
    }

    /** Whether that person stands for her now, for whatever it is. */
    private boolean stands(boolean excluded, Instant now) {
        return !excluded && STANDING.contains(status()) && (until == null || until.isAfter(now));
    }

    GuardianView view(boolean excluded, Instant now) {
        return view(excluded, Optional.empty(), now);
    }

    GuardianView view(boolean excluded, Optional<SignInView> signIn, Instant now) {
        return new GuardianView(
                id(),
                excluded ? "EXCLUDED" : type,
                status(),
                Optional.ofNullable(name),
                Optional.ofNullable(relation),
                List.copyOf(powers),
                Optional.ofNullable(orderReference),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                Optional.ofNullable(conflictCheckedBy),
                since(),
                stands(excluded, now),
                objection(excluded, now, now),
                signIn);
    }

    private Instant since() {
        return Stream.of(replacedAt, endedAt, reviewAt, appointedAt, temporaryAt, requestedAt, neededAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(recordedAt);
    }

    boolean isOf(CaseId one) {
        return caseId.equals(one.value());
    }

    GuardianId id() {
        return new GuardianId(id);
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    Optional<String> relation() {
        return Optional.ofNullable(relation);
    }

    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
