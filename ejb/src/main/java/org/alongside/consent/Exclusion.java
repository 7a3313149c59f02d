package org.alongside.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.ExclusionId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.hibernate.annotations.DynamicUpdate;

/** What a survivor keeps from one organisation: said once, in force over every consent to it, until she lifts it. */
@Entity
@DynamicUpdate // the database lets only some columns be changed
@Table(name = "exclusion")
class Exclusion {
    @Id
    @Column(name = "exclusion_id")
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "organisation_id")
    private UUID recipient;

    private short category;
    private String part;

    @Column(name = "said_at")
    private Instant saidAt;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    @Column(name = "lifted_by")
    private UUID liftedBy;

    @Version
    private int version;

    protected Exclusion() {}

    static Exclusion say(ExclusionId id, CaseId caseId, NewExclusion said, Caller recorder) {
        Exclusion exclusion = new Exclusion();
        exclusion.id = id.value();
        exclusion.caseId = caseId.value();
        exclusion.recipient = said.recipient().value();
        exclusion.category = said.category().number();
        exclusion.part = said.part();
        exclusion.saidAt = recorder.now();
        exclusion.recordedBy = recorder.worker().value();
        return exclusion;
    }

    /** At her word; what she agreed to share opens again as far as it is still agreed. */
    void lift(Caller caller) {
        if (liftedAt != null) {
            throw Refusal.wrongState("already-lifted");
        }
        liftedAt = caller.now();
        liftedBy = caller.worker().value();
    }

    boolean says(String what) {
        return part.equals(what);
    }

    boolean isOf(CaseId one) {
        return caseId.equals(one.value());
    }

    ExclusionId id() {
        return new ExclusionId(id);
    }

    ExclusionView view(String recipientName) {
        return new ExclusionView(
                id(),
                new OrganisationId(recipient),
                recipientName,
                Category.of(category),
                part,
                saidAt,
                java.util.Optional.ofNullable(liftedAt));
    }
}
