package org.alongside.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.alongside.access.Present;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/** The collection of what people chose, and of where they read mail. */
@ApplicationScoped
class Choices {
    private static final String ARABIC = "ar";

    @PersistenceContext
    EntityManager em;

    NoticeChoice of(WorkerId worker) {
        return Sql.of(em, """
                        select c.address, coalesce(c.way, 'AT_ONCE'), coalesce(c.digest_hour, 8)::int,
                               case when c.worker_id is null then 20 else c.quiet_from end,
                               case when c.worker_id is null then 7 else c.quiet_until end,
                               coalesce(c.language, case w.locale when 'ar' then 'ar' else 'en' end), w.zone
                          from worker w left join notice_choice c using (worker_id) where w.worker_id = :worker
                        """)
                .with("worker", worker.value())
                .first(row -> new NoticeChoice(
                        Optional.ofNullable(row.text(0)),
                        row.text(1),
                        row.number(2),
                        hour(row, 3),
                        hour(row, 4),
                        row.text(5),
                        row.text(6)))
                .orElseThrow(Refusal::notThere);
    }

    void choose(WorkerId worker, NewNoticeChoice choice) {
        Sql.of(em, """
                        insert into notice_choice (worker_id, way, digest_hour, quiet_from, quiet_until, language)
                        values (:worker, :way, :digest, :from, :until, :language)
                        on conflict (worker_id) do update set way = excluded.way, digest_hour = excluded.digest_hour,
                          quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, language = excluded.language
                        """)
                .with("worker", worker.value())
                .with("way", choice.way())
                .with("digest", choice.digestHour().shortValue())
                .with("from", hour(choice.quietFrom()))
                .with("until", hour(choice.quietUntil()))
                .with("language", choice.language())
                .change();
    }

    /** Where they read mail is what the sign-in last said; written only where it changed. */
    void present(@Observes Present here) {
        boolean known = Sql.of(em, "select 1 from notice_choice where worker_id = :worker and address = :address")
                .with("worker", here.worker().value())
                .with("address", here.address())
                .first(row -> true)
                .isPresent();
        if (!known && Address.fits(here.address())) {
            Sql.of(em, """
                            insert into notice_choice (worker_id, address, language) values (:worker, :address, :language)
                            on conflict (worker_id) do update set address = excluded.address
                            """)
                    .with("worker", here.worker().value())
                    .with("address", here.address())
                    .with("language", ARABIC.equals(here.language()) ? ARABIC : "en")
                    .change();
        }
    }

    private static Optional<Integer> hour(Row row, int at) {
        return row.has(at) ? Optional.of(row.number(at)) : Optional.empty();
    }

    private static Short hour(Integer hour) {
        return hour == null ? null : hour.shortValue();
    }
}
