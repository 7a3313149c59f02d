package org.alongside.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/** When what happened to a referral or is due, in UTC; where it stands follows from these instants alone. */
@Embeddable
class CardTimes {
    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "returned_at")
    Instant returnedAt;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "remind_at")
    Instant remindAt;

    @Column(name = "respond_by")
    Instant respondBy;

    @Column(name = "escalate_at")
    Instant escalateAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "reminded_at")
    Instant remindedAt;

    @Column(name = "escalated_at")
    Instant escalatedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "answered_at")
    Instant answeredAt;

    @Column(name = "waitlisted_at")
    Instant waitlistedAt;

    @Column(name = "waitlist_review_at")
    Instant waitlistReviewAt;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    @Column(name = "contact_by")
    Instant contactBy;

    @Column(name = "declined_at")
    Instant declinedAt;

    @Column(name = "first_contact_at")
    Instant firstContactAt;

    @Column(name = "not_attended_at")
    Instant notAttendedAt;

    @Column(name = "completed_at")
    Instant completedAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "survivor_declined_at")
    Instant survivorDeclinedAt;

    @Column(name = "expired_at")
    Instant expiredAt;

    @Column(name = "error_at")
    Instant errorAt;

    /** When the consent ends under which it is asked. */
    @Column(name = "agreed_until")
    Instant agreedUntil;

    @Column(name = "renewal_asked_at")
    Instant renewalAskedAt;

    @Column(name = "renewed_at")
    Instant renewedAt;

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
        return waitlistedAt != null ? ReferralStatus.WAITLISTED : beforeAnswer();
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

    private ReferralStatus beforeAnswer() {
        if (sentAt == null) {
            return returnedAt == null ? ReferralStatus.PENDING_APPROVAL : ReferralStatus.DRAFT;
        }
        if (askedAt != null && answeredAt == null) {
            return ReferralStatus.INFO_REQUESTED;
        }
        return receivedAt == null ? ReferralStatus.SENT : ReferralStatus.RECEIVED;
    }

    ReferralView.Times view() {
        return new ReferralView.Times(
                submittedAt,
                Optional.ofNullable(returnedAt),
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
                Optional.ofNullable(expiredAt),
                agreedUntil,
                Optional.ofNullable(renewalAskedAt),
                Optional.ofNullable(renewedAt));
    }
}
