package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;

/** The words of a second person that count for some days: that she may be moved, and that she has to leave. */
@ApplicationScoped
class Agreements {
    @PersistenceContext
    EntityManager em;

    void agreeToMove(PlacementId id, CaseId caseId, Caller caller) {
        agree("move_agreement", id, caseId, caller);
    }

    void agreeToLeaving(PlacementId id, CaseId caseId, Caller caller) {
        agree("leaving_agreement", id, caseId, caller);
    }

    /** A second word in the same moment changes nothing. */
    private void agree(String table, PlacementId id, CaseId caseId, Caller caller) {
        Sql.of(em, """
                        insert into %s (placement_id, case_id, agreed_at, agreed_by) values (:id, :case, :now, :worker)
                        on conflict do nothing
                        """.formatted(table))
                .with("id", id.value())
                .with("case", caseId.value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }

    boolean moveAgreedSince(PlacementId id, Instant since) {
        return Sql.of(em, "select 1 from move_agreement where placement_id = :id and agreed_at >= :since limit 1")
                .with("id", id.value())
                .with("since", since)
                .first(row -> true)
                .isPresent();
    }

    /** Whether somebody else than the caller has agreed for each of them that she has to leave. */
    boolean leavingAgreedSince(List<Placement> leaving, Instant since, Caller caller) {
        Set<UUID> ids = leaving.stream().map(one -> one.id().value()).collect(Collectors.toSet());
        return Sql.of(em, """
                        select count(distinct placement_id) from leaving_agreement
                         where placement_id = any (:ids) and agreed_at >= :since and agreed_by <> :worker
                        """)
                .with("ids", ids)
                .with("since", since)
                .with("worker", caller.worker().value())
                .first(row -> row.count(0) == ids.size())
                .orElseThrow();
    }
}
