package org.alongside.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
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

    /** Written by the database: whoever acts; read as far as it is told. */
    @Formula("sender_told(referral_id)")
    private UUID sender;

    @Column(name = "recipient_organisation_id")
    private UUID recipient;

    @Column(name = "service_id")
    private UUID service;

    @Column(name = "service_type")
    private String serviceType;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Embedded
    private Described described;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Short> categories;

    @Embedded
    private CardTimes times = new CardTimes();

    @Column(name = "received_by")
    private UUID receivedBy;

    private String question;
    private String answer;

    @Column(name = "accepted_by")
    private UUID acceptedBy;

    @Column(name = "decline_reason")
    private String declineReason;

    private String outcome;

    @Column(name = "revoke_reason")
    private String revokeReason;

    @Enumerated(EnumType.STRING)
    private ReferralStatus status;

    @Version
    private int version;

    protected ReferralCard() {}

    static ReferralCard write(ReferralId id, NewReferral asked, Sending.Prepared found, Caller caller) {
        ReferralCard card = new ReferralCard();
        card.id = id.value();
        card.sender = caller.organisation().value();
        card.recipient = found.service().organisation().value();
        card.ask(asked, found, caller.now());
        return card;
    }

    /** Handed in again after a second person sent it back, with what is known of her now. */
    void rewrite(NewReferral asked, Sending.Prepared found, Instant now) {
        requireStatus(Set.of(ReferralStatus.DRAFT));
        ask(asked, found, now);
    }

    private void ask(NewReferral asked, Sending.Prepared found, Instant now) {
        service = found.service().id().value();
        serviceType = found.service().type();
        described = Described.as(found.survivor());
        urgency = asked.urgency();
        categories = Category.numbers(asked.categories());
        times.agreedUntil = found.consent().orElseThrow().expiresAt();
        times.submittedAt = now;
        times.returnedAt = null;
        derive();
    }

    void send(AnswerTimes limits, Instant now) {
        requireStatus(Set.of(ReferralStatus.PENDING_APPROVAL));
        times.sentAt = now;
        times.remindAt = limits.remindAt();
        times.respondBy = limits.respondBy();
        times.escalateAt = limits.escalateAt();
        times.expiresAt = limits.expiresAt();
        derive();
    }

    void sendBack(Instant now) {
        requireStatus(Set.of(ReferralStatus.PENDING_APPROVAL));
        times.returnedAt = now;
        derive();
    }

    void receive(Caller caller) {
        requireAnswerable(caller.now());
        if (times.receivedAt == null) {
            times.receivedAt = caller.now();
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
        times.askedAt = caller.now();
        answer = null;
        times.answeredAt = null;
        derive();
    }

    void answer(String answer, Instant now) {
        requireStatus(Set.of(ReferralStatus.INFO_REQUESTED));
        this.answer = answer;
        times.answeredAt = now;
        derive();
    }

    void waitlist(Instant reviewAt, Caller caller) {
        requireAnswerable(caller.now());
        if (times.waitlistedAt == null) {
            receive(caller);
            times.waitlistedAt = caller.now();
        }
        times.waitlistReviewAt = reviewAt;
        derive();
    }

    void accept(Instant contactBy, Caller caller) {
        requireAnswerable(caller.now());
        receive(caller);
        times.acceptedAt = caller.now();
        acceptedBy = caller.worker().value();
        times.contactBy = contactBy;
        derive();
    }

    void decline(String reason, Caller caller) {
        requireAnswerable(caller.now());
        receive(caller);
        times.declinedAt = caller.now();
        declineReason = reason;
        derive();
    }

    void firstContact(Instant now) {
        requireStatus(Set.of(ReferralStatus.ACCEPTED));
        times.firstContactAt = now;
        derive();
    }

    void notAttended(Instant now) {
        requireStatus(Set.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_SERVICE));
        times.notAttendedAt = now;
        derive();
    }

    void complete(String outcome, Instant now) {
        requireStatus(Set.of(ReferralStatus.IN_SERVICE));
        times.completedAt = now;
        this.outcome = outcome;
        derive();
    }

    void revoke(String reason, Instant now) {
        requireStatus(ReferralStatus.OPEN);
        times.revokedAt = now;
        revokeReason = reason;
        derive();
    }

    void declineBySurvivor(Instant now) {
        requireStatus(ReferralStatus.OPEN);
        times.survivorDeclinedAt = now;
        derive();
    }

    void enterInError(Instant now) {
        if (times.errorAt != null) {
            throw Refusal.wrongState("wrong-state", status().name());
        }
        times.errorAt = now;
        derive();
    }

    /** Runs out, if its time has come and nobody answered; says whether it did. */
    boolean expire(Instant now) {
        if (!ReferralStatus.CLOCK_RUNS.contains(status()) || now.isBefore(times.expiresAt)) {
            return false;
        }
        times.expiredAt = now;
        derive();
        return true;
    }

    void remind(Instant now) {
        if (ReferralStatus.CLOCK_RUNS.contains(status()) && times.remindedAt == null) {
            times.remindedAt = now;
        }
    }

    void escalate(Instant now) {
        if (ReferralStatus.CLOCK_RUNS.contains(status()) && times.escalatedAt == null) {
            times.escalatedAt = now;
        }
    }

    /** Asks the sender to renew the consent that ends; says whether that was still to do. */
    boolean askToRenew(Instant now) {
        if (!ReferralStatus.ENDS_WITH_CONSENT.contains(status()) || times.view().renewalOpen()) {
            return false;
        }
        times.renewalAskedAt = now;
        return true;
    }

    /** Goes on under a newer consent, with what of the chosen she agreed to this time. */
    void renew(Set<Category> agreed, Instant agreedUntil, Instant now) {
        requireStatus(ReferralStatus.UNDER_WAY);
        categories = Category.numbers(agreed);
        times.agreedUntil = agreedUntil;
        times.renewedAt = now;
        derive();
    }

    ReferralStatus status() {
        return times.status();
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
        if (ReferralStatus.CLOCK_RUNS.contains(status()) && !now.isBefore(times.expiresAt)) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, List.of(Reason.of("ran-out", times.expiresAt)));
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
                described.ageBand,
                described.sex,
                described.child,
                described.language,
                described.interpreter,
                List.copyOf(described.accessibility),
                described.region,
                List.copyOf(described.constraints),
                Category.inOrder(Category.ofNumbers(categories)),
                times.view(),
                Optional.ofNullable(question),
                Optional.ofNullable(answer),
                Optional.ofNullable(declineReason),
                Optional.ofNullable(outcome),
                Optional.ofNullable(revokeReason),
                version);
    }

    boolean wasSent() {
        return times.sentAt != null;
    }

    Instant agreedUntil() {
        return times.agreedUntil;
    }

    ReferralId id() {
        return new ReferralId(id);
    }

    OrganisationId sender() {
        return sender == null ? null : new OrganisationId(sender);
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
        return described.child;
    }

    Urgency urgency() {
        return urgency;
    }

    int version() {
        return version;
    }
}
