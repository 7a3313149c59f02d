package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;

/** The collection of what survivors said no to, as far as the caller may read it. */
@ApplicationScoped
public class RefusedConsents {
    @PersistenceContext
    EntityManager em;

    void add(UUID id, CaseId caseId, NewRefusal said, Caller recorder) {
        Sql.of(em, """
                        insert into consent_refusal (refusal_id, case_id, organisation_id, purpose, said_at, recorded_by)
                        values (:id, :case, :recipient, :purpose, :now, :worker)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("recipient", said.recipient().value())
                .with("purpose", said.purpose())
                .with("now", recorder.now())
                .with("worker", recorder.worker().value())
                .change();
    }

    /** What she said no to, newest first. */
    public List<RefusalView> of(CaseId caseId) {
        return Sql.of(em, """
                        select r.organisation_id, o.name, r.purpose, r.said_at from consent_refusal r join organisation o using (organisation_id)
                         where r.case_id = :case order by r.said_at desc, r.refusal_id
                        """)
                .with("case", caseId.value())
                .rows(row ->
                        new RefusalView(new OrganisationId(row.uuid(0)), row.text(1), row.text(2), row.instant(3)));
    }
}
