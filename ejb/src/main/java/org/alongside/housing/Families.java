package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;

/** Who is placed together with whom, and who is kept apart. */
@ApplicationScoped
class Families {
    @PersistenceContext
    EntityManager em;

    UUID add(Caller caller) {
        UUID family = UUID.randomUUID();
        Sql.of(em, "insert into family (family_id, organisation_id) values (:id, :house)")
                .with("id", family)
                .with("house", caller.organisation().value())
                .run();
        return family;
    }

    /** From now on she is placed with that family. */
    void join(PlacementId id, UUID family) {
        Sql.of(em, "select cast(placed_together(:id, :family) as text)")
                .with("id", id.value())
                .with("family", family)
                .run();
    }

    void keepApart(CaseId caseId, CaseId other, Caller caller) {
        Sql.of(em, """
                        insert into kept_apart (kept_apart_id, case_id, other_case_id, organisation_id, said_at, said_by)
                        values (gen_random_uuid(), :case, :other, :house, :now, :worker) on conflict do nothing
                        """)
                .with("case", caseId.value())
                .with("other", other.value())
                .with("house", caller.organisation().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }
}
