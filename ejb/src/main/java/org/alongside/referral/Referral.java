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
import java.util.stream.Stream;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The case behind a card: under which consent it is asked, what was chosen to be shared, who of the sender agreed.
 * The recipient reads it only when acceptance has opened the file. Nobody approves what they asked for.
 */
@Entity
@DynamicUpdate // the database lets only some columns be changed
@Table(name = "referral")
class Referral {
    @Id
    @Column(name = "referral_id")
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    /** Written by the database: whoever acts; read as far as it is told. */
    @Formula("sender_told(referral_id)")
    private UUID sender;

    @Column(name = "recipient_organisation_id")
    private UUID recipient;

    @Column(name = "consent_id")
    private UUID consent;

    @Column(name = "follows_referral_id")
    private UUID follows;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Short> categories;

    @Enumerated(EnumType.STRING)
    private Approval approval;

    @Column(name = "approval_reason")
    private String approvalReason;

    @Column(name = "accompanied_by")
    private String accompaniedBy;

    private String message;

    @Column(name = "submitted_by")
    private UUID submittedBy;

    /** Everybody who ever handed it in: none of them is its second person. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> askers = List.of();

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "approved_by")
    private UUID approvedBy;

    @Column(name = "sent_back_at")
    private Instant sentBackAt;

    @Column(name = "sent_back_by")
    private UUID sentBackBy;

    @Column(name = "sent_back_reason")
    private String sentBackReason;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Column(name = "reviewed_by")
    private UUID reviewedBy;

    @Column(name = "next_chosen_at")
    private Instant nextChosenAt;

    @Column(name = "safety_checked_at")
    private Instant safetyCheckedAt;

    private String feedback;

    @Version
    private int version;

    protected Referral() {}

    static Referral handIn(ReferralId id, CaseId caseId, NewReferral asked, Grounds grounds, Caller caller) {
        Referral referral = new Referral();
        referral.id = id.value();
        referral.caseId = caseId.value();
        referral.sender = caller.organisation().value();
        referral.recipient = grounds.recipient().value();
        referral.follows = asked.follows() == null ? null : asked.follows().value();
        referral.ask(asked, grounds, caller);
        return referral;
    }

    /** Handed in again, changed, after it was sent back; the recipient stays the one it was written to. */
    void handInAgain(NewReferral asked, Grounds grounds, Caller caller) {
        if (!grounds.recipient().value().equals(recipient)) {
            throw Refusal.wrongState("other-recipient");
        }
        ask(asked, grounds, caller);
    }

    private void ask(NewReferral asked, Grounds grounds, Caller caller) {
        consent = grounds.consent().value();
        categories = Category.numbers(asked.categories());
        approval = grounds.approval();
        approvalReason = grounds.approvalReason();
        accompaniedBy = asked.accompaniedBy();
        message = asked.message() == null || asked.message().isBlank()
                ? null
                : asked.message().strip();
        submittedBy = caller.worker().value();
        askers = Stream.concat(askers.stream(), Stream.of(submittedBy))
                .distinct()
                .toList();
    }

    /** Goes on under a newer consent, with what of the chosen she agreed to this time. */
    void renew(ConsentId newer, Set<Category> agreed) {
        consent = newer.value();
        categories = Category.numbers(agreed);
    }

    /** What is asked, as it was handed in. */
    NewReferral asked(ReferralCard card) {
        return new NewReferral(
                new ServiceId(card.service()), card.urgency(), categories(), accompaniedBy, message, null);
    }

    /** On what a referral may be sent: the recipient, the consent, and whether a second person looks first. */
    record Grounds(OrganisationId recipient, ConsentId consent, Approval approval, String approvalReason) {}

    void approve(Caller caller) {
        refuseOwn(caller);
        approvedAt = caller.now();
        approvedBy = caller.worker().value();
    }

    void sendBack(String reason, Caller caller) {
        refuseOwn(caller);
        sentBackAt = caller.now();
        sentBackBy = caller.worker().value();
        sentBackReason = reason;
    }

    void review(Caller caller) {
        refuseOwn(caller);
        if (!reviewOwed()) {
            throw Refusal.wrongState("nothing-to-review");
        }
        reviewedAt = caller.now();
        reviewedBy = caller.worker().value();
    }

    /** What went out at once is looked at afterwards, however it ended. */
    private boolean reviewOwed() {
        return approval == Approval.AFTER && reviewedAt == null;
    }

    private void refuseOwn(Caller caller) {
        if (askers.contains(caller.worker().value())) {
            throw Refusal.notAllowed("own-request");
        }
    }

    void report(String feedback) {
        this.feedback = feedback;
    }

    void chooseNext(Instant now) {
        if (nextChosenAt != null) {
            throw Refusal.wrongState("next-already-chosen");
        }
        nextChosenAt = now;
    }

    void checkSafety(Instant now) {
        if (safetyCheckedAt != null) {
            throw Refusal.wrongState("already-checked");
        }
        safetyCheckedAt = now;
    }

    /** What both parties see; what only the sender may see is left out for the recipient. */
    ReferralView.Whole view(ReferralView.Card card, String caseCode, Caller caller) {
        boolean ours = caller.organisation().value().equals(sender);
        ReferralStatus status = card.status();
        boolean needsNext = status == ReferralStatus.DECLINED
                || status == ReferralStatus.EXPIRED
                || status == ReferralStatus.WAITLISTED;
        return new ReferralView.Whole(
                card,
                caseId(),
                caseCode,
                ours ? Optional.of(consent()) : Optional.empty(),
                message,
                approval,
                ours ? Optional.ofNullable(approvalReason) : Optional.empty(),
                ours ? Optional.ofNullable(approvedAt) : Optional.empty(),
                ours ? Optional.ofNullable(sentBackReason) : Optional.empty(),
                ours && card.times().sentAt().isPresent() && reviewOwed(),
                ours && needsNext && nextChosenAt == null,
                ours && status == ReferralStatus.NO_SHOW && safetyCheckedAt == null,
                ours
                        && ReferralStatus.ENDS_WITH_CONSENT.contains(status)
                        && card.times().renewalOpen(),
                ours && askers.contains(caller.worker().value()),
                Optional.ofNullable(feedback),
                card.version() + version);
    }

    int version() {
        return version;
    }

    boolean searchOpen() {
        return nextChosenAt == null;
    }

    boolean safetyOpen() {
        return safetyCheckedAt == null;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    ConsentId consent() {
        return new ConsentId(consent);
    }

    Set<Category> categories() {
        return Category.ofNumbers(categories);
    }

    boolean approvedBefore() {
        return approval == Approval.BEFORE;
    }
}
