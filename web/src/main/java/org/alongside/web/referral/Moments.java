package org.alongside.web.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.ReferralView.Card;
import org.alongside.referral.ReferralView.Times;

/** Since when a referral stands where it stands, and until when it can: {@code #{moments.since(card)}}. */
@Named
@ApplicationScoped
public class Moments {
    /** When it came to its present state; nothing where that was not written down. */
    public Instant since(Card card) {
        Times times = card.times();
        Optional<Instant> since =
                switch (card.status()) {
                    case DRAFT -> times.returnedAt();
                    case PENDING_APPROVAL, ENTERED_IN_ERROR -> Optional.of(times.submittedAt());
                    case SENT -> times.sentAt();
                    case RECEIVED -> times.answeredAt().or(times::receivedAt);
                    case INFO_REQUESTED -> times.askedAt();
                    case WAITLISTED -> times.waitlistedAt();
                    case ACCEPTED -> times.acceptedAt();
                    case IN_SERVICE -> times.firstContactAt();
                    case COMPLETED -> times.completedAt();
                    case NO_SHOW -> times.notAttendedAt();
                    case DECLINED -> times.declinedAt();
                    case DECLINED_BY_SURVIVOR -> times.survivorDeclinedAt();
                    case REVOKED -> times.revokedAt();
                    case EXPIRED -> times.expiredAt();
                };
        return since.orElse(null);
    }

    /** By when those who are asked are to answer: the same time that stands in their work. */
    public Instant answerBy(Card card) {
        Times times = card.times();
        return (card.status() == ReferralStatus.WAITLISTED
                        ? times.waitlistReviewAt()
                        : times.respondBy().or(times::expiresAt))
                .orElse(null);
    }

    /** By when the next thing has to happen; nothing where nothing is due. */
    public Instant due(Card card) {
        Times times = card.times();
        Optional<Instant> due =
                switch (card.status()) {
                    case SENT, RECEIVED, INFO_REQUESTED -> times.expiresAt();
                    case WAITLISTED -> times.waitlistReviewAt();
                    case ACCEPTED -> times.contactBy();
                    default -> Optional.empty();
                };
        return due.orElse(null);
    }
}
