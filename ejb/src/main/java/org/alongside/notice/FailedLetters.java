package org.alongside.notice;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.Clock;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.worklist.FailedWork;

/** Letters that could not be sent, for the administrator: how often it was tried and what stood in the way, never to whom. */
@Dependent
public class FailedLetters implements FailedWork {
    private static final String OURS = "letter-";

    @PersistenceContext
    EntityManager em;

    @Override
    public List<FailedJob> list(int limit) {
        return Sql.of(em, """
                        select notice_id, tried_at, tries, failure from notice
                         where failure is not null and settled_at is null order by tried_at desc, notice_id limit :most
                        """)
                .with("most", limit)
                .rows(row -> new FailedJob(
                        OURS + row.uuid(0),
                        "notice",
                        "send",
                        row.uuid(0),
                        row.instant(1),
                        Math.max(0, Letters.TRIES - row.number(2)),
                        row.text(3)));
    }

    @Override
    public long count() {
        return Sql.of(em, "select letters_failed()").first(row -> row.count(0)).orElse(0L);
    }

    @Override
    public boolean has(String jobId) {
        return jobId.startsWith(OURS);
    }

    @Override
    public void retry(String jobId) {
        Instant now = Clock.get().instant();
        int again = Sql.of(em, """
                        update notice set tries = 0, due_at = :now
                         where notice_id = :id and failure is not null and settled_at is null
                        """).with("id", id(jobId)).with("now", now).change();
        if (again == 0) {
            throw Refusal.notThere();
        }
    }

    private static UUID id(String jobId) {
        try {
            return UUID.fromString(jobId.substring(OURS.length()));
        } catch (IllegalArgumentException none) {
            throw Refusal.notThere();
        }
    }
}
