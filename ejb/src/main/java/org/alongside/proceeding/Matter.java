package org.alongside.proceeding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.OrganisationId;
import org.hibernate.annotations.DynamicUpdate;

/** That a lawyer acts for her in something; how far it is and all the rest of it stands in tables of its own, by who reads it. */
@Entity
@DynamicUpdate // the database lets only some columns be changed
@Table(name = "matter")
class Matter {
    @Id
    @Column(name = "matter_id")
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "organisation_id")
    private UUID organisation;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "opened_by")
    private UUID openedBy;

    @Version
    private int version;

    protected Matter() {}

    static Matter open(MatterId id, CaseId caseId, Caller lawyer) {
        Matter matter = new Matter();
        matter.id = id.value();
        matter.caseId = caseId.value();
        matter.organisation = lawyer.organisation().value();
        matter.openedAt = lawyer.now();
        matter.openedBy = lawyer.worker().value();
        return matter;
    }

    MatterId id() {
        return new MatterId(id);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    Instant openedAt() {
        return openedAt;
    }

    int version() {
        return version;
    }
}
