package org.alongside.matrix;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.matrix.MatrixChangeView.ChangeState;
import org.alongside.shared.MatrixChangeId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** The collection of proposed, confirmed and refused changes of the matrix. */
@ApplicationScoped
class MatrixChanges {
    private static final String VIEW = """
            select c.change_id, c.role_code, c.category, c.before, c.after, c.reason, c.proposed_by = caller_worker(), w.name,
                   c.proposed_at, c.confirmed_at, c.refused_at, d.name, c.version
              from matrix_change c join worker w on w.worker_id = c.proposed_by left join worker d on d.worker_id = c.decided_by
            """;

    @PersistenceContext
    EntityManager em;

    int newest() {
        return Sql.of(em, "select version from matrix_version")
                .first(row -> row.number(0))
                .orElseThrow();
    }

    void propose(MatrixChangeId id, NewMatrixChange change, Caller caller) {
        Sql.of(em, """
                        insert into matrix_change (change_id, role_code, category, before, after, reason, proposed_by, proposed_at)
                        values (:id, :role, :category, :before, :after, :reason, :worker, :now)
                        """)
                .with("id", id.value())
                .with("role", change.role().name())
                .with("category", change.category().number())
                .with("before", String.valueOf(change.before().letter()))
                .with("after", String.valueOf(change.after().letter()))
                .with("reason", change.reason().strip())
                .with("worker", caller.worker().value())
                .with("now", caller.now())
                .change();
    }

    boolean waits(Role role, Category category) {
        return Sql.of(
                        em,
                        "select 1 from matrix_change where role_code = :role and category = :category and decided_by is null")
                .with("role", role.name())
                .with("category", category.number())
                .first(row -> true)
                .orElse(false);
    }

    /** Those that wait first, then the newest. */
    List<MatrixChangeView> all() {
        return Sql.of(em, VIEW + " order by c.decided_by is not null, c.version desc nulls last, c.proposed_at desc")
                .rows(MatrixChanges::view);
    }

    Optional<MatrixChangeView> view(MatrixChangeId id) {
        return Sql.of(em, VIEW + " where c.change_id = :id")
                .with("id", id.value())
                .first(MatrixChanges::view);
    }

    /** Whether the caller and who proposed it go back to one invitation. */
    boolean ofTheSameHand(MatrixChangeId id) {
        return Sql.of(
                        em,
                        "select same_hand(c.proposed_by, caller_worker()) from matrix_change c where c.change_id = :id")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(true);
    }

    /** Confirms or refuses it, or finds it decided already; the database refuses whoever confirms what they proposed. */
    boolean decide(MatrixChangeId id, boolean confirm) {
        return Sql.of(em, "select matrix_decide(:id, :confirm)")
                .with("id", id.value())
                .with("confirm", confirm)
                .first(row -> "DONE".equals(row.text(0)))
                .orElse(false);
    }

    private static MatrixChangeView view(Row row) {
        Access before = Access.of(row.text(3).charAt(0));
        Access after = Access.of(row.text(4).charAt(0));
        return new MatrixChangeView(
                new MatrixChangeId(row.uuid(0)),
                Role.valueOf(row.text(1)),
                Category.of(row.number(2)),
                before,
                after,
                before.to(after),
                row.text(5),
                row.yes(6),
                row.text(7),
                row.instant(8),
                row.has(9) ? ChangeState.CONFIRMED : row.has(10) ? ChangeState.REFUSED : ChangeState.PROPOSED,
                Optional.ofNullable(row.text(11)),
                row.when(9).or(() -> row.when(10)),
                row.has(12) ? Optional.of(row.number(12)) : Optional.empty());
    }
}
