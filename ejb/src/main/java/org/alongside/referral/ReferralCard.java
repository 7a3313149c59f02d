package org.alongside.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.casefile.CaseFacts;
import org.alongside.organisation.ServiceOffer;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The card of a referral: what both parties may know, codes only and no identity. Handed in, perhaps sent back, sent, taken
 * up, asked about, put on a waiting list, accepted or declined or run out, then first contact and an outcome; revoked or
 * declined by the survivor at any open state. Its status is derived from these facts.
 */
@Entity
@DynamicUpdate // the database lets only some columns be changed
@Table(name = "referral_card")
class ReferralCard {
    @Id
    @Column(name = "referral_id")
    private UUID id;

    @Column(name = "sender_organisation_id")
    private UUID sender;

    @Column(name = "recipient_organisation_id")
    private UUID recipient;

    @Column(name = "service_id")
    private UUID service;

    @Column(name = "service_type")
    private String serviceType;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Column(name = "age_band")
    private String ageBand;

    private String sex;
    private boolean child;
    private String language;
    private String interpreter;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> accessibility;

    private String region;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> constraints;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Short> categories;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "returned_at")
    private Instant returnedAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "remind_at")
    private Instant remindAt;

    @Column(name = "respond_by")
    private Instant respondBy;

    @Column(name = "escalate_at")
    private Instant escalateAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Column(name = "escalated_at")
    private Instant escalatedAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "received_by")
    private UUID receivedBy;

    private String question;

    @Column(name = "asked_at")
    private Instant askedAt;

    private String answer;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "waitlisted_at")
    private Instant waitlistedAt;

    @Column(name = "waitlist_review_at")
    private Instant waitlistReviewAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "accepted_by")
    private UUID acceptedBy;

    @Column(name = "contact_by")
    private Instant contactBy;

    @Column(name = "declined_at")
    private Instant declinedAt;

    @Column(name = "decline_reason")
    private String declineReason;

    @Column(name = "first_contact_at")
    private Instant firstContactAt;

    @Column(name = "not_attended_at")
    private Instant notAttendedAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    private String outcome;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoke_reason")
    private String revokeReason;

    @Column(name = "survivor_declined_at")
    private Instant survivorDeclinedAt;

    @Column(name = "expired_at")
    private Instant expiredAt;

    @Column(name = "error_at")
    private Instant errorAt;

    @Enumerated(EnumType.STRING)
    private ReferralStatus status;

    @Version
    private int version;

    protected ReferralCard() {}

    static ReferralCard write(
            ReferralId id,
            ServiceOffer service,
            Urgency urgency,
            Set<Category> categories,
            CaseFacts.Facts survivor,
            Caller caller) {
        ReferralCard card = new ReferralCard();
        card.id = id.value();
        card.sender = caller.organisation().value();
        card.recipient = service.organisation().value();
        card.describe(survivor);
        card.ask(service, urgency, categories, caller.now());
        return card;
    }

    /** Handed in again after a second person sent it back, with what is known of her now. */
    void rewrite(
            ServiceOffer service, Urgency urgency, Set<Category> categories, CaseFacts.Facts survivor, Instant now) {
        requireStatus(Set.of(ReferralStatus.DRAFT));
        describe(survivor);
        ask(service, urgency, categories, now);
    }

    private void describe(CaseFacts.Facts survivor) {
        ageBand = survivor.ageBand();
        sex = survivor.sex();
        child = survivor.child();
        language = survivor.language();
        interpreter = survivor.interpreter();
        accessibility = survivor.accessibility();
        region = survivor.region();
        constraints = survivor.constraints();
    }

    private void ask(ServiceOffer service, Urgency urgency, Set<Category> categories, Instant now) {
        this.service = service.id().value();
        this.serviceType = service.type();
        this.urgency = urgency;
        this.categories = Category.numbers(categories);
        submittedAt = now;
        returnedAt = null;
        derive();
    }

    void send(AnswerTimes times, Instant now) {
        requireStatus(Set.of(ReferralStatus.PENDING_APPROVAL));
        sentAt = now;
        remindAt = times.remindAt();
        respondBy = times.respondBy();
        escalateAt = times.escalateAt();
        expiresAt = times.expiresAt();
        derive();
    }

    void sendBack(Instant now) {
        requireStatus(Set.of(ReferralStatus.PENDING_APPROVAL));
        returnedAt = now;
        derive();
    }

    void receive(Caller caller) {
        requireAnswerable(caller.now());
        if (receivedAt == null) {
            receivedAt = caller.now();
            receivedBy = caller.worker().value();
        }
        derive();
    }

    void ask(String question, Caller caller) {
        requireAnswerable(caller.now());
        requireStatus(ReferralStatus.CLOCK_RUNS);
        if (status() == ReferralStatus.INFO_REQUESTED) {
            throw Refusal.wrongState("question-open");
        }
        receive(caller);
        this.question = question;
        askedAt = caller.now();
        answer = null;
        answeredAt = null;
        derive();
    }

    void answer(String answer, Instant now) {
        requireStatus(Set.of(ReferralStatus.INFO_REQUESTED));
        this.answer = answer;
        answeredAt = now;
        derive();
    }

    void waitlist(Instant reviewAt, Caller caller) {
        requireAnswerable(caller.now());
        if (waitlistedAt == null) {
            receive(caller);
            waitlistedAt = caller.now();
        }
        waitlistReviewAt = reviewAt;
        derive();
    }

    void accept(Instant contactBy, Caller caller) {
        requireAnswerable(caller.now());
        receive(caller);
        acceptedAt = caller.now();
        acceptedBy = caller.worker().value();
        this.contactBy = contactBy;
        derive();
    }

    void decline(String reason, Caller caller) {
        requireAnswerable(caller.now());
        receive(caller);
        declinedAt = caller.now();
        declineReason = reason;
        derive();
    }

    void firstContact(Instant now) {
        requireStatus(Set.of(ReferralStatus.ACCEPTED));
        firstContactAt = now;
        derive();
    }

    void notAttended(Instant now) {
        requireStatus(Set.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_SERVICE));
        notAttendedAt = now;
        derive();
    }

    void complete(String outcome, Instant now) {
        requireStatus(Set.of(ReferralStatus.IN_SERVICE));
        completedAt = now;
        this.outcome = outcome;
        derive();
    }

    void revoke(String reason, Instant now) {
        requireStatus(ReferralStatus.OPEN);
        revokedAt = now;
        revokeReason = reason;
        derive();
    }

    void declineBySurvivor(Instant now) {
        requireStatus(ReferralStatus.OPEN);
        survivorDeclinedAt = now;
        derive();
    }

    void enterInError(Instant now) {
        if (errorAt != null) {
            throw Refusal.wrongState("wrong-state", status().name());
        }
        errorAt = now;
        derive();
    }

    /** Runs out, if its time has come and nobody answered; says whether it did. */
    boolean expire(Instant now) {
        if (!ReferralStatus.CLOCK_RUNS.contains(status()) || now.isBefore(expiresAt)) {
            return false;
        }
        expiredAt = now;
        derive();
        return true;
    }

    void remind(Instant now) {
        if (ReferralStatus.CLOCK_RUNS.contains(status()) && remindedAt == null) {
            remindedAt = now;
        }
    }

    void escalate(Instant now) {
        if (ReferralStatus.CLOCK_RUNS.contains(status()) && escalatedAt == null) {
            escalatedAt = now;
        }
    }

    ReferralStatus status() {
        if (errorAt != null) {
            return ReferralStatus.ENTERED_IN_ERROR;
        }
        if (revokedAt != null) {
            return ReferralStatus.REVOKED;
        }
        if (survivorDeclinedAt != null) {
            return ReferralStatus.DECLINED_BY_SURVIVOR;
        }
        if (expiredAt != null) {
            return ReferralStatus.EXPIRED;
        }
        if (declinedAt != null) {
            return ReferralStatus.DECLINED;
        }
        if (acceptedAt != null) {
            return afterAcceptance();
        }
        if (waitlistedAt != null) {
            return ReferralStatus.WAITLISTED;
        }
        if (sentAt == null) {
            return returnedAt == null ? ReferralStatus.PENDING_APPROVAL : ReferralStatus.DRAFT;
        }
        if (askedAt != null && answeredAt == null) {
            return ReferralStatus.INFO_REQUESTED;
        }
        return receivedAt == null ? ReferralStatus.SENT : ReferralStatus.RECEIVED;
    }

    private ReferralStatus afterAcceptance() {
        if (completedAt != null) {
            return ReferralStatus.COMPLETED;
        }
        if (notAttendedAt != null) {
            return ReferralStatus.NO_SHOW;
        }
        return firstContactAt == null ? ReferralStatus.ACCEPTED : ReferralStatus.IN_SERVICE;
    }

    private void derive() {
        status = status();
    }

    private void requireStatus(Set<ReferralStatus> allowed) {
        if (!allowed.contains(status())) {
            throw Refusal.wrongState("wrong-state", status().name());
        }
    }

    void requirePending() {
        requireStatus(Set.of(ReferralStatus.PENDING_APPROVAL));
    }

    /** Refuses where it was answered, or its time ran out, even if the process has not yet said so. */
    void requireAnswerable(Instant now) {
        requireStatus(ReferralStatus.ANSWERABLE);
        if (ReferralStatus.CLOCK_RUNS.contains(status()) && !now.isBefore(expiresAt)) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, List.of(Reason.of("ran-out", expiresAt)));
        }
    }

    ReferralView.Card view(String senderName, String recipientName, String serviceName) {
        return new ReferralView.Card(
                id(),
                status(),
                sender(),
                senderName,
                recipient(),
                recipientName,
                new ServiceId(service),
                serviceName,
                serviceType,
                urgency,
                ageBand,
                sex,
                child,
                language,
                interpreter,
                List.copyOf(accessibility),
                region,
                List.copyOf(constraints),
                Category.inOrder(Category.ofNumbers(categories)),
                times(),
                Optional.ofNullable(question),
                Optional.ofNullable(answer),
                Optional.ofNullable(declineReason),
                Optional.ofNullable(outcome),
                Optional.ofNullable(revokeReason),
                version);
    }

    private ReferralView.Times times() {
        return new ReferralView.Times(
                submittedAt,
                Optional.ofNullable(sentAt),
                Optional.ofNullable(respondBy),
                Optional.ofNullable(expiresAt),
                Optional.ofNullable(remindedAt),
                Optional.ofNullable(escalatedAt),
                Optional.ofNullable(receivedAt),
                Optional.ofNullable(askedAt),
                Optional.ofNullable(answeredAt),
                Optional.ofNullable(waitlistedAt),
                Optional.ofNullable(waitlistReviewAt),
                Optional.ofNullable(acceptedAt),
                Optional.ofNullable(contactBy),
                Optional.ofNullable(declinedAt),
                Optional.ofNullable(firstContactAt),
                Optional.ofNullable(notAttendedAt),
                Optional.ofNullable(completedAt),
                Optional.ofNullable(revokedAt),
                Optional.ofNullable(survivorDeclinedAt),
                Optional.ofNullable(expiredAt));
    }

    boolean wasSent() {
        return sentAt != null;
    }

    ReferralId id() {
        return new ReferralId(id);
    }

    OrganisationId sender() {
        return new OrganisationId(sender);
    }

    OrganisationId recipient() {
        return new OrganisationId(recipient);
    }

    String serviceType() {
        return serviceType;
    }

    UUID service() {
        return service;
    }

    boolean child() {
        return child;
    }

    Urgency urgency() {
        return urgency;
    }

    int version() {
        return version;
    }
}
