package org.alongside.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.alongside.code.Settings;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.worklist.Tasks;

/** The collection of tasks of which people are still to be told. */
@ApplicationScoped
class Offers {
    private static final int AT_ONCE = 100;

    /** Those of the offers' organisations to whom the subjects are open now and who read mail somewhere. */
    private static final String REACHED = """
             from task_offer o
            cross join lateral (select told from told_of_task(o.subject, o.about_card) told) t
             join worker w on w.worker_id = t.told
             join notice_choice c on c.worker_id = w.worker_id and c.address is not null
            where o.offer_id = any (:offers)
              and w.organisation_id in (select cast(split_part(g, '/', 1) as uuid) from unnest(o.groups) g)
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Instance<Tasks> tasks;

    @Inject
    Settings settings;

    /** Makes a notice for each who is to be told, as they wish; of what is urgent at once for who is on call. */
    void sort(Instant now) {
        List<Offer> fresh = take("told_at is null order by offered_at", now);
        if (fresh.isEmpty()) {
            return;
        }
        Set<UUID> all = those(fresh, any -> true);
        Sql.of(em, "update task_offer set told_at = :now where offer_id = any (:offers)")
                .with("now", now)
                .with("offers", all)
                .change();
        add(notices(all, now), now);
        Set<UUID> urgent = those(fresh, Offer::urgent);
        onCall(urgent, now);
        waitFor(urgent, now);
        done(those(fresh, offer -> !offer.urgent()));
    }

    /** What nobody has opened in time goes to the next on call, and where there is none to those who supervise. */
    void askNext(Instant now) {
        List<Offer> late = take("ask_next_at <= :now order by ask_next_at", now);
        if (late.isEmpty()) {
            return;
        }
        Set<String> untaken = tasks.get().untaken(late.stream().map(Offer::task).collect(Collectors.toSet()));
        Set<UUID> unopened = those(late, offer -> untaken.contains(offer.task()) && !offer.opened());
        Set<UUID> told = onCall(unopened, now);
        waitFor(told, now);
        supervisors(those(late, offer -> unopened.contains(offer.id()) && !told.contains(offer.id())), now);
        done(those(late, offer -> !told.contains(offer.id())));
    }

    /** Forgets all of them. */
    void forget() {
        Sql.of(em, "delete from task_offer").change();
    }

    private List<Offer> take(String which, Instant now) {
        return Sql.of(em, """
                        select offer_id, task_id, urgent,
                               about_card and exists (select from referral_card c
                                                       where c.referral_id = subject and c.received_at is not null)
                          from task_offer where %s limit %d for update skip locked
                        """.formatted(which, AT_ONCE))
                .with("now", now)
                .rows(row -> new Offer(row.uuid(0), row.text(1), row.yes(2), row.yes(3)));
    }

    private List<Notice> notices(Set<UUID> offers, Instant now) {
        return Sql.of(
                        em,
                        "select o.task_id, o.subject, w.worker_id, w.zone, c.way, c.digest_hour, c.quiet_from, c.quiet_until"
                                + REACHED + """
                          and w.worker_id is distinct from o.offered_by
                          and exists (select from worker_role r where r.worker_id = w.worker_id
                                         and w.organisation_id || '/' || r.role_code = any (o.groups))
                        """)
                .with("offers", offers)
                .rows(row -> wish(row).dueAt(now).map(due -> new Notice(row.text(0), row.uuid(1), row.uuid(2), due)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private void add(List<Notice> notices, Instant now) {
        Sql.of(em, """
                        insert into notice (notice_id, worker_id, task_id, subject, urgent, made_at, due_at)
                        select gen_random_uuid(), cast(x.worker as uuid), x.task, cast(x.subject as uuid), false, :now,
                               cast(x.due as timestamptz)
                          from unnest(:tasks, :subjects, :workers, :dues) x(task, subject, worker, due)
                        on conflict do nothing
                        """)
                .with("now", now)
                .with("tasks", notices.stream().map(Notice::task).toList())
                .with(
                        "subjects",
                        notices.stream().map(one -> one.subject().toString()).toList())
                .with(
                        "workers",
                        notices.stream().map(one -> one.worker().toString()).toList())
                .with("dues", notices.stream().map(one -> one.due().toString()).toList())
                .change();
    }

    /** Tells, of each, the first of those on call now who was not told yet; the offers of which there was one. */
    private Set<UUID> onCall(Set<UUID> offers, Instant now) {
        return Set.copyOf(Sql.of(
                        em,
                        "with first as (select distinct on (o.offer_id) o.offer_id, o.task_id, o.subject, w.worker_id"
                                + REACHED
                                + """
                          and not exists (select from notice n where n.worker_id = w.worker_id and n.task_id = o.task_id and n.urgent)
                          and exists (select from on_call k where k.worker_id = w.worker_id and k.organisation_id = w.organisation_id
                                         and k.removed_at is null and k.from_at <= :now and :now < k.until_at)
                        order by o.offer_id, (select min(k.from_at) from on_call k where k.worker_id = w.worker_id
                                     and k.organisation_id = w.organisation_id and k.removed_at is null
                                     and k.from_at <= :now and :now < k.until_at), w.worker_id),
                        told as (insert into notice (notice_id, worker_id, task_id, subject, urgent, made_at, due_at)
                        select gen_random_uuid(), worker_id, task_id, subject, true, :now, :now from first
                        on conflict do nothing)
                        select offer_id from first
                        """)
                .with("offers", offers)
                .with("now", now)
                .rows(row -> row.uuid(0)));
    }

    private void supervisors(Set<UUID> offers, Instant now) {
        Sql.of(em, """
                        insert into notice (notice_id, worker_id, task_id, subject, urgent, made_at, due_at)
                        select gen_random_uuid(), w.worker_id, o.task_id, o.subject, true, :now, :now
                        """ + REACHED + """
                          and exists (select from worker_role r where r.worker_id = w.worker_id and r.role_code in ('SUP', 'SHM'))
                        on conflict do nothing
                        """).with("offers", offers).with("now", now).change();
    }

    private void waitFor(Set<UUID> offers, Instant now) {
        Sql.of(em, "update task_offer set ask_next_at = :next where offer_id = any (:offers)")
                .with("next", now.plus(settings.of("on-call-opens-within")))
                .with("offers", offers)
                .change();
    }

    private void done(Set<UUID> offers) {
        Sql.of(em, "delete from task_offer where offer_id = any (:offers)")
                .with("offers", offers)
                .change();
    }

    private static Set<UUID> those(List<Offer> offers, Predicate<Offer> which) {
        return offers.stream().filter(which).map(Offer::id).collect(Collectors.toSet());
    }

    private static Wish wish(Row row) {
        return new Wish(
                ZoneId.of(row.text(3)),
                row.text(4),
                row.number(5),
                row.has(6) ? row.number(6) : null,
                row.has(7) ? row.number(7) : null);
    }

    private record Offer(UUID id, String task, boolean urgent, boolean opened) {}

    private record Notice(String task, UUID subject, UUID worker, Instant due) {}
}
