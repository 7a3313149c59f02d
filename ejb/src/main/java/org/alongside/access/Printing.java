package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** Marks what the caller prints with their name, their organisation and the time. */
@ApplicationScoped
public class Printing {
    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    public <T> Printed<T> marked(T content, Set<Category> categories) {
        Caller caller = callers.caller();
        PrintMark mark = Sql.of(em, """
                        select w.name, o.name, w.zone
                          from worker w join organisation o using (organisation_id) where w.worker_id = :worker
                        """)
                .with("worker", caller.worker().value())
                .first(row -> new PrintMark(row.text(0), row.text(1), caller.now(), row.text(2)))
                .orElseThrow(Refusal::notThere);
        return new Printed<>(content, categories, mark);
    }
}
