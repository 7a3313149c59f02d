package org.alongside.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.shared.AttestationId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a holder is asked after a withdrawal: asked, late once its day is over, attested by somebody of that organisation, or
 * stopped by a supervisor of the lead who expects no answer any more. What was said stands.
 */
@Entity
@DynamicUpdate // the database lets each party change its own part alone
@Table(name = "attestation")
class Attestation {
    @Id
    @Column(name = "attestation_id")
    private UUID id;

    @Column(name = "consent_id")
    private UUID consent;

    @Column(name = "holder_organisation_id")
    private UUID holder;

    /** Written by the database: whoever acts; read as far as it is told. */
    @Formula("asking_told(attestation_id)")
    private UUID asking;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> referrals;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Short> categories;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "late_at")
    private Instant lateAt;

    private String answer;
    private String duty;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "answered_by")
    private UUID answeredBy;

    @Column(name = "stopped_at")
    private Instant stoppedAt;

    @Column(name = "stopped_by")
    private UUID stoppedBy;

    @Version
    private int version;

    protected Attestation() {}

    /** @param got what the holder got, and under which referrals */
    static Attestation ask(
            AttestationId id,
            ConsentId consent,
            OrganisationId holder,
            Attestations.Got got,
            Instant dueAt,
            Caller caller) {
        Attestation asked = new Attestation();
        asked.id = id.value();
        asked.consent = consent.value();
        asked.holder = holder.value();
        asked.asking = caller.organisation().value();
        asked.referrals = List.copyOf(got.referrals());
        asked.categories = Category.numbers(got.categories());
        asked.askedAt = caller.now();
        asked.dueAt = dueAt;
        return asked;
    }

    /** Somebody of the holder says what became of it. */
    void attest(NewAttestation said, Caller caller) {
        requireOpen();
        answer = said.answer();
        duty = said.duty();
        answeredAt = caller.now();
        answeredBy = caller.worker().value();
    }

    /** No answer is to be expected; only once its day is over. */
    void stop(Caller caller) {
        requireOpen();
        if (caller.now().isBefore(dueAt)) {
            throw Refusal.wrongState("not-late-yet");
        }
        stoppedAt = caller.now();
        stoppedBy = caller.worker().value();
    }

    /** Its day is over; nothing where it was answered meanwhile. */
    void escalate(Instant now) {
        if (isOpen() && lateAt == null) {
            lateAt = now;
        }
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw Refusal.wrongState(answer != null ? "already-attested" : "asking-stopped");
        }
    }

    private boolean isOpen() {
        return answer == null && stoppedAt == null;
    }

    boolean isHeldBy(OrganisationId organisation) {
        return holder.equals(organisation.value());
    }

    AttestationId id() {
        return new AttestationId(id);
    }

    ConsentId consent() {
        return new ConsentId(consent);
    }

    AttestationView view(String askingName, String holderName, Instant now) {
        return new AttestationView(
                id(),
                consent(),
                asking == null ? null : new OrganisationId(asking),
                askingName,
                new OrganisationId(holder),
                holderName,
                referrals.stream().map(ReferralId::new).collect(Collectors.toUnmodifiableSet()),
                Category.ofNumbers(categories),
                askedAt,
                dueAt,
                answer != null ? "ATTESTED" : stoppedAt != null ? "STOPPED" : now.isBefore(dueAt) ? "ASKED" : "LATE",
                Optional.ofNullable(answer),
                Optional.ofNullable(duty),
                Optional.ofNullable(answeredAt));
    }
}
