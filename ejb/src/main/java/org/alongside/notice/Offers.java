package org.alongside.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.code.Settings;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.worklist.Tasks;

/** The collection of tasks of which people are still to be told. */
@ApplicationScoped
class Offers {
    private static final int AT_ONCE = 100;

    /** Those of an offer's organisations to whom its subject is open now and who read mail somewhere. */
    private static final String REACHED = """
             from task_offer o
            cross join lateral (select told from told_of_task(o.subject, o.about_card) told) t
             join worker w on w.worker_id = t.told
             join notice_choice c on c.worker_id = w.worker_id and c.address is not null
            where o.offer_id = :offer
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
        for (Offer offer : take("told_at is null order by offered_at", now)) {
            Sql.of(em, "update task_offer set told_at = :now where offer_id = :offer")
                    .with("now", now)
                    .with("offer", offer.id())
                    .change();
            add(offer, recipients(offer, now), now);
            if (offer.urgent()) {
                onCall(offer, now);
                waitUntil(offer, now.plus(settings.of("on-call-opens-within")));
            } else {
                done(offer);
            }
        }
    }

    /** What nobody has opened in time goes to the next on call, and where there is none to those who supervise. */
    void askNext(Instant now) {
        List<Offer> late = take("ask_next_at <= :now order by ask_next_at", now);
        if (late.isEmpty()) {
            return;
        }
        Set<String> untaken = tasks.get().untaken(late.stream().map(Offer::task).collect(Collectors.toSet()));
        for (Offer offer : late) {
            if (!untaken.contains(offer.task()) || offer.opened()) {
                done(offer);
            } else if (onCall(offer, now)) {
                waitUntil(offer, now.plus(settings.of("on-call-opens-within")));
            } else {
                supervisors(offer, now);
                done(offer);
            }
        }
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
                          from task_offer where :now is not null and %s limit %d for update skip locked
                        """.formatted(which, AT_ONCE))
                .with("now", now)
                .rows(row -> new Offer(row.uuid(0), row.text(1), row.yes(2), row.yes(3)));
    }

    private List<Recipient> recipients(Offer offer, Instant now) {
        return Sql.of(
                        em,
                        "select w.worker_id, w.zone, c.way, c.digest_hour, c.quiet_from, c.quiet_until" + REACHED + """
                          and w.worker_id is distinct from o.offered_by
                          and exists (select from worker_role r where r.worker_id = w.worker_id
                                         and w.organisation_id || '/' || r.role_code = any (o.groups))
                        """)
                .with("offer", offer.id())
                .rows(Offers::recipient)
                .stream()
                .flatMap(one -> one.wish().dueAt(now).map(due -> new Recipient(one.worker(), one.wish(), due)).stream())
                .toList();
    }

    private void add(Offer offer, List<Recipient> recipients, Instant now) {
        List<String> workers = new ArrayList<>();
        List<String> dues = new ArrayList<>();
        recipients.forEach(one -> {
            workers.add(one.worker().toString());
            dues.add(one.due().toString());
        });
        Sql.of(em, """
                        insert into notice (notice_id, worker_id, task_id, urgent, made_at, due_at)
                        select gen_random_uuid(), cast(x.worker as uuid), :task, false, :now, cast(x.due as timestamptz)
                          from unnest(:workers, :dues) x(worker, due)
                        on conflict do nothing
                        """)
                .with("task", offer.task())
                .with("now", now)
                .with("workers", workers)
                .with("dues", dues)
                .change();
    }

    /** Tells the first of those on call now who was not told yet; whether there was one. */
    private boolean onCall(Offer offer, Instant now) {
        return urgent(offer, now, """
                          and exists (select from on_call k where k.worker_id = w.worker_id and k.organisation_id = w.organisation_id
                                         and k.removed_at is null and k.from_at <= :now and :now < k.until_at)
                        order by (select min(k.from_at) from on_call k where k.worker_id = w.worker_id
                                     and k.organisation_id = w.organisation_id and k.removed_at is null
                                     and k.from_at <= :now and :now < k.until_at), w.worker_id
                        limit 1
                        """) > 0;
    }

    private void supervisors(Offer offer, Instant now) {
        urgent(offer, now, """
                          and exists (select from worker_role r where r.worker_id = w.worker_id and r.role_code in ('SUP', 'SHM'))
                        """);
    }

    private int urgent(Offer offer, Instant now, String whom) {
        return Sql.of(em, """
                        insert into notice (notice_id, worker_id, task_id, urgent, made_at, due_at)
                        select gen_random_uuid(), w.worker_id, o.task_id, true, :now, :now
                        """ + REACHED + """
                          and not exists (select from notice n where n.worker_id = w.worker_id and n.task_id = o.task_id and n.urgent)
                        """ + whom)
                .with("offer", offer.id())
                .with("now", now)
                .change();
    }

    private void waitUntil(Offer offer, Instant next) {
        Sql.of(em, "update task_offer set ask_next_at = :next where offer_id = :offer")
                .with("next", next)
                .with("offer", offer.id())
                .change();
    }

    private void done(Offer offer) {
        Sql.of(em, "delete from task_offer where offer_id = :offer")
                .with("offer", offer.id())
                .change();
    }

    private static Recipient recipient(Row row) {
        Wish wish = new Wish(
                ZoneId.of(row.text(1)),
                row.text(2),
                row.number(3),
                row.has(4) ? row.number(4) : null,
                row.has(5) ? row.number(5) : null);
        return new Recipient(row.uuid(0), wish, null);
    }

    private record Offer(UUID id, String task, boolean urgent, boolean opened) {}

    private record Recipient(UUID worker, Wish wish, Instant due) {}
}
