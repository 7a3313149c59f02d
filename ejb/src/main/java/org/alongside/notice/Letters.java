package org.alongside.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.code.Settings;
import org.alongside.notice.Mail.Failure;
import org.alongside.notice.PostService.Sent;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.Tasks;

/** The collection of notices: those of one person that are due together make one letter. */
@ApplicationScoped
class Letters {
    /** After so many tries a person decides; between them half a minute, two, ten and thirty. */
    static final int TRIES = 5;

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30));

    @PersistenceContext
    EntityManager em;

    @Inject
    Instance<Tasks> tasks;

    @Inject
    Settings settings;

    @Inject
    Mail mail;

    /**
     * Sends the letter that is due longest, if one of its tasks still waits. The rows stay locked until it is sent and written
     * down: another server passes them over.
     */
    Optional<Sent> sendOne(Instant now) {
        return Sql.of(em, """
                        select worker_id from notice where settled_at is null and due_at <= :now
                         order by due_at limit 1 for update skip locked
                        """)
                .with("now", now)
                .first(row -> row.uuid(0))
                .map(worker -> send(new WorkerId(worker), now));
    }

    void forgetOld(Instant now) {
        Sql.of(em, "delete from notice where settled_at < :before")
                .with("before", now.minus(settings.of("notice-kept")))
                .change();
    }

    private Sent send(WorkerId worker, Instant now) {
        List<Notice> due = Sql.of(em, """
                        select notice_id, task_id, tries from notice
                         where worker_id = :worker and settled_at is null and due_at <= :now
                         order by due_at, notice_id for update skip locked
                        """)
                .with("worker", worker.value())
                .with("now", now)
                .rows(row -> new Notice(row.uuid(0), row.text(1), row.number(2)));
        Set<UUID> notices = due.stream().map(Notice::id).collect(Collectors.toSet());
        Optional<To> to = to(worker);
        boolean needed = to.isPresent()
                && !tasks.get()
                        .stillFor(worker, due.stream().map(Notice::task).collect(Collectors.toSet()))
                        .isEmpty();
        if (!needed) {
            settle(notices, "NOT_NEEDED", now);
            return new Sent(Optional.empty());
        }
        Optional<Failure> failed = Address.parse(to.get().address())
                .map(address ->
                        mail.send(address, to.get().language(), due.get(0).id()))
                .orElse(Optional.of(Failure.NO_SUCH_ADDRESS));
        failed.ifPresentOrElse(why -> again(due, why, now), () -> settle(notices, "SENT", now));
        return new Sent(failed);
    }

    /** Where the worker reads mail; empty for those who have left, or whose organisation is suspended. */
    private Optional<To> to(WorkerId worker) {
        return Sql.of(em, """
                        select c.address, c.language
                          from notice_choice c join worker w using (worker_id) join organisation o using (organisation_id)
                         where c.worker_id = :worker and c.address is not null
                           and (w.left_at is null or w.left_at > caller_now())
                           and (o.suspended_at is null or o.suspended_at > caller_now())
                        """).with("worker", worker.value()).first(row -> new To(row.text(0), row.text(1)));
    }

    private void settle(Set<UUID> notices, String outcome, Instant now) {
        Sql.of(em, "update notice set settled_at = :now, outcome = :outcome where notice_id = any (:ids)")
                .with("now", now)
                .with("outcome", outcome)
                .with("ids", notices)
                .change();
    }

    /** They stay one letter: tried again together, as often as the one tried most. */
    private void again(List<Notice> notices, Failure why, Instant now) {
        int tries = notices.stream().mapToInt(Notice::tries).max().orElse(0) + 1;
        boolean over = why == Failure.NO_SUCH_ADDRESS || tries >= TRIES;
        Sql.of(em, """
                        update notice set tries = :tries, tried_at = :now, failure = :failure,
                          due_at = case when :over then 'infinity' else cast(:due as timestamptz) end
                         where notice_id = any (:ids)
                        """)
                .with("tries", over ? TRIES : tries)
                .with("now", now)
                .with("failure", why.name())
                .with("over", over)
                .with("due", over ? now : now.plus(PAUSES.get(tries - 1)))
                .with("ids", notices.stream().map(Notice::id).collect(Collectors.toSet()))
                .change();
    }

    private record Notice(UUID id, String task, int tries) {}

    private record To(String address, String language) {}
}
