package org.alongside.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.casefile.CaseView;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a survivor agreed to, for one organisation: given, and one day withdrawn at her word, replaced by her later word to
 * the same organisation for the same purpose, ended because who gave it for her is excluded, or run out by itself. Nothing of it is ever changed but the withdrawal: what
 * replaces it is the later consent itself.
 */
@Entity
@DynamicUpdate // the database lets only some columns be changed
@Table(name = "consent")
class Consent {
    @Id
    @Column(name = "consent_id")
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "recipient_organisation_id")
    private UUID recipient;

    private String purpose;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Short> categories;

    private String giver;

    @Column(name = "giver_right")
    private String giverRight;

    @Column(name = "giver_relation")
    private String giverRelation;

    private String assent;
    private String medium;
    private String language;
    private String interpreter;
    private String witness;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private UUID withdrawnBy;

    @Column(name = "withdraw_reason")
    private String withdrawReason;

    @Column(name = "guardian_id")
    private UUID guardian;

    @Version
    private int version;

    protected Consent() {}

    /** @param relation what the giver is to her: code of excluded_relation, or null */
    static Consent give(
            ConsentId id,
            CaseId caseId,
            NewConsent given,
            String relation,
            Instant givenAt,
            Instant expiresAt,
            Caller recorder) {
        Consent consent = new Consent();
        consent.id = id.value();
        consent.caseId = caseId.value();
        consent.recipient = given.recipient().value();
        consent.purpose = given.purpose();
        consent.categories = Category.numbers(given.categories());
        consent.giver = given.giver();
        consent.giverRight = given.giverRight();
        consent.giverRelation = relation;
        consent.guardian = given.guardian() == null ? null : given.guardian().value();
        consent.assent = given.assent();
        consent.medium = given.medium();
        consent.language = given.language();
        consent.interpreter = given.interpreter();
        consent.witness = given.witness();
        consent.givenAt = givenAt;
        consent.expiresAt = expiresAt;
        consent.recordedAt = recorder.now();
        consent.recordedBy = recorder.worker().value();
        return consent;
    }

    /** At her word, any day; twice is refused, so that the first time stands. */
    void withdraw(Caller caller) {
        if (withdrawnAt != null) {
            throw Refusal.wrongState("already-withdrawn");
        }
        withdrawnAt = caller.now();
        withdrawnBy = caller.worker().value();
    }

    /** Not at her word: who gave it for her is excluded (code list state_transitions). */
    void endForExcludedGiver(Caller caller) {
        withdraw(caller);
        withdrawReason = "GIVER_EXCLUDED";
    }

    /** As it stands on paper, with what of the file is open to the printer. */
    PrintedConsent printed(ConsentView view, CaseView file, List<ExclusionView> keptBack) {
        return new PrintedConsent(
                view,
                file.leadName(),
                file.code(),
                file.who().map(CaseView.Who::preferredName),
                keptBack,
                interpreter,
                Optional.ofNullable(witness),
                Optional.ofNullable(giverRight),
                Optional.ofNullable(assent));
    }

    /**
     * @param replaced whether she gave another one later to the same organisation for the same purpose
     * @param askedBefore how long before its end she is asked again
     */
    ConsentView view(String recipientName, boolean replaced, Duration askedBefore, Instant now) {
        return new ConsentView(
                new ConsentId(id),
                new CaseId(caseId),
                new OrganisationId(recipient),
                recipientName,
                purpose,
                Category.ofNumbers(categories),
                giver,
                medium,
                language,
                givenAt,
                expiresAt,
                expiresAt.minus(askedBefore),
                java.util.Optional.ofNullable(withdrawnAt),
                withdrawnAt != null
                        ? "WITHDRAWN"
                        : replaced ? "SUPERSEDED" : expiresAt.isAfter(now) ? "GIVEN" : "EXPIRED",
                java.util.Optional.ofNullable(withdrawReason),
                version);
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** To whom and what for: of several with the same, her latest word is the one that counts. */
    Release release() {
        return new Release(recipient, purpose);
    }

    record Release(UUID recipient, String purpose) {}

    ConsentId id() {
        return new ConsentId(id);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    OrganisationId recipient() {
        return new OrganisationId(recipient);
    }
}
