package org.alongside.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.ServiceId;

/** A referral as the caller may see it: the card alone, or the card and the case behind it. */
public sealed interface ReferralView {
    Card card();

    /** Grows with every change of what is shown here. */
    int version();

    /** What the recipient sees before accepting, and a coordinator ever: codes only, no identity, no case. */
    record CardOnly(Card card) implements ReferralView {
        @Override
        public int version() {
            return card.version();
        }
    }

    /**
     * What both parties see when the file is open to them.
     *
     * @param consent the consent it is asked under, for the sender alone
     * @param sentBackReason why a second person sent it back, in words, for the sender alone
     * @param reviewOpen whether an emergency that went out at once is still to be looked at, however it ended
     * @param nextOpen whether the sender still has to choose the next provider
     * @param renewalOpen whether the sender was asked to renew the consent that ends, and has not yet
     * @param submittedByMe whether the caller ever handed it in, and so cannot be its second person
     */
    record Whole(
            Card card,
            CaseId caseId,
            String caseCode,
            Optional<ConsentId> consent,
            String message,
            Approval approval,
            Optional<String> approvalReason,
            Optional<Instant> approvedAt,
            Optional<String> sentBackReason,
            boolean reviewOpen,
            boolean nextOpen,
            boolean safetyCheckOpen,
            boolean renewalOpen,
            boolean submittedByMe,
            Optional<String> feedback,
            int version)
            implements ReferralView {}

    /** The card. Instants in UTC; codes of the lists named in {@code NewReferral} and {@code NewCase}. */
    record Card(
            ReferralId id,
            ReferralStatus status,
            OrganisationId sender,
            String senderName,
            OrganisationId recipient,
            String recipientName,
            ServiceId service,
            String serviceName,
            String serviceType,
            Urgency urgency,
            String ageBand,
            String sex,
            boolean child,
            String language,
            String interpreter,
            List<String> accessibility,
            String region,
            List<String> constraints,
            Set<Category> categories,
            Times times,
            Optional<String> question,
            Optional<String> answer,
            Optional<String> declineReason,
            Optional<String> outcome,
            Optional<String> revokeReason,
            int version) {}

    /**
     * When what happened or is due; a status is never stored without its instant.
     *
     * @param returnedAt when a second person sent it back, until it is handed in again
     * @param agreedUntil when the consent ends under which it is asked: what it opened closes then by itself
     * @param renewalAskedAt when the sender was last asked to renew that consent
     * @param renewedAt when it last went on under a newer one
     */
    record Times(
            Instant submittedAt,
            Optional<Instant> returnedAt,
            Optional<Instant> sentAt,
            Optional<Instant> respondBy,
            Optional<Instant> expiresAt,
            Optional<Instant> remindedAt,
            Optional<Instant> escalatedAt,
            Optional<Instant> receivedAt,
            Optional<Instant> askedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> waitlistedAt,
            Optional<Instant> waitlistReviewAt,
            Optional<Instant> acceptedAt,
            Optional<Instant> contactBy,
            Optional<Instant> declinedAt,
            Optional<Instant> firstContactAt,
            Optional<Instant> notAttendedAt,
            Optional<Instant> completedAt,
            Optional<Instant> revokedAt,
            Optional<Instant> survivorDeclinedAt,
            Optional<Instant> expiredAt,
            Instant agreedUntil,
            Optional<Instant> renewalAskedAt,
            Optional<Instant> renewedAt) {

        /** Whether the sender was asked to renew the consent, and it was not renewed since. */
        public boolean renewalOpen() {
            return renewalAskedAt
                    .filter(asked -> renewedAt.filter(asked::isBefore).isEmpty())
                    .isPresent();
        }

        /** The story in the order of its steps, each thing once: what was done in one breath is told as its last step. */
        public List<Happened> happened() {
            List<Happened> story = new ArrayList<>();
            tell(story, "submitted", Optional.of(submittedAt).filter(at -> !sentAt.equals(Optional.of(at))));
            tell(story, "returned", returnedAt);
            tell(story, "sent", sentAt);
            tell(story, "received", receivedAt.filter(at -> !answered(at)));
            tell(story, "question", askedAt);
            tell(story, "answered", answeredAt);
            tell(story, "escalated", escalatedAt);
            tell(story, "waitlisted", waitlistedAt);
            tell(story, "accepted", acceptedAt);
            tell(story, "declined", declinedAt);
            tell(story, "expired", expiredAt);
            tell(story, "first-contact", firstContactAt);
            tell(story, "renewal-asked", renewalAskedAt);
            tell(story, "renewed", renewedAt);
            tell(story, "not-attended", notAttendedAt);
            tell(story, "completed", completedAt);
            tell(story, "revoked", revokedAt);
            tell(story, "declined-by-survivor", survivorDeclinedAt);
            return story;
        }

        private boolean answered(Instant at) {
            return Stream.of(askedAt, waitlistedAt, acceptedAt, declinedAt)
                    .flatMap(Optional::stream)
                    .anyMatch(at::equals);
        }

        private static void tell(List<Happened> story, String kind, Optional<Instant> at) {
            at.ifPresent(instant -> story.add(new Happened(kind, instant)));
        }
    }

    /** A step of the story: the last part of the key of its words, {@code journey.referral-<kind>}. */
    record Happened(String kind, Instant at) {}
}
