package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.shared.Sql;

/** The door to the calendar that one subscribes to: make an address for it, take it back, see when it was read. */
@Stateless
@PermitAll
public class CalendarFeedService {
    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    /** The caller's own, if there is one. */
    @Requires(Permission.KEEP_CALENDAR_FEED)
    public FeedView read() {
        return Sql.of(em, """
                        select f.made_at, (select max(r.read_at) from calendar_feed_read r where r.feed_id = f.feed_id),
                               (select count(*) from calendar_feed_read r where r.feed_id = f.feed_id)
                          from calendar_feed f where f.worker_id = :worker and f.ended_at is null
                        """)
                .with("worker", callers.caller().worker().value())
                .first(row -> new FeedView(Optional.of(row.instant(0)), row.when(1), row.count(2)))
                .orElse(new FeedView(Optional.empty(), Optional.empty(), 0));
    }

    /** Makes a new one; an earlier one opens nothing any more. The secret is told this once and kept nowhere. */
    @Requires(Permission.KEEP_CALENDAR_FEED)
    public FeedSecret make() {
        Caller caller = callers.caller();
        end(caller);
        String secret = CalendarFeeds.secret();
        Sql.of(
                        em,
                        "insert into calendar_feed (feed_id, worker_id, organisation_id, token_hash, made_at) values (:id, :worker, :house, :hash, :now)")
                .with("id", UUID.randomUUID())
                .with("worker", caller.worker().value())
                .with("house", caller.organisation().value())
                .with("hash", CalendarFeeds.hash(secret))
                .with("now", caller.now())
                .change();
        return new FeedSecret(secret);
    }

    /** Takes it back: from this moment on it opens nothing. */
    @Requires(Permission.KEEP_CALENDAR_FEED)
    public void takeBack() {
        end(callers.caller());
    }

    private void end(Caller caller) {
        Sql.of(em, "update calendar_feed set ended_at = :now where worker_id = :worker and ended_at is null")
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /**
     * A calendar that one subscribes to.
     *
     * @param madeAt absent: there is none
     * @param lastReadAt absent: it was never read
     * @param reads how many times it was read
     */
    public record FeedView(Optional<Instant> madeAt, Optional<Instant> lastReadAt, long reads) {}

    /** What stands in its address, between {@code /calendar/} and {@code .ics}. */
    public record FeedSecret(String secret) {}
}
