package org.alongside.livelihood;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.livelihood.EmployerView.EmployerChecked;
import org.alongside.livelihood.LivingView.EmployerChoice;
import org.alongside.livelihood.NewLiving.NewEmployerCheck;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** The collection of employers that a house knows, each once; no other house sees them. */
@ApplicationScoped
class Employers {
    @PersistenceContext
    EntityManager em;

    /** Those of the caller's house by name, at most 500. */
    List<EmployerView> all(LocalDate today) {
        return Sql.of(em, """
                        select e.employer_id, e.name, w.name, k.checked_on, k.counts_until, array_to_string(k.against, ','), k.result, k.words
                          from employer e
                          left join lateral (select * from employer_check c where c.employer_id = e.employer_id
                                              order by c.recorded_at desc, c.check_id limit 1) k on true
                          left join worker w on w.worker_id = k.recorded_by
                         order by e.name_key limit 500
                        """)
                .rows(row -> new EmployerView(
                        row.uuid(0),
                        row.text(1),
                        row.has(2)
                                ? Optional.of(new EmployerChecked(
                                        row.text(2), row.date(3), row.date(4), row.codes(5), row.text(6), row.text(7)))
                                : Optional.empty(),
                        "SAFE".equals(row.text(6)) && !row.date(4).isBefore(today)));
    }

    /** Those of the caller's house with what speaks against work there for her. */
    List<EmployerChoice> choices(CaseId caseId, LocalDate today) {
        return Sql.of(em, """
                        select e.employer_id, e.name, employer_state(e.employer_id, :case, :today) from employer e order by e.name_key limit 500
                        """)
                .with("case", caseId.value())
                .with("today", today)
                .rows(row -> new EmployerChoice(row.uuid(0), row.text(1), Optional.ofNullable(row.text(2))));
    }

    /** Whether it is one of the caller's house. */
    boolean has(UUID employer) {
        return Sql.of(em, "select true from employer where employer_id = :id")
                .with("id", employer)
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** What speaks against work there for her from a day on: code of a reason. */
    Optional<String> against(UUID employer, CaseId caseId, LocalDate from, LocalDate today) {
        return Sql.of(em, "select employer_state(:id, :case, :on)")
                .with("id", employer)
                .with("case", caseId.value())
                .with("on", from.isAfter(today) ? from : today)
                .first(row -> Optional.ofNullable(row.text(0)))
                .orElse(Optional.empty());
    }

    /** The employer of that name, which is the same however it is written in large and small letters and spaces; made where there is none. */
    UUID named(String name, Caller caller) {
        Sql.of(em, """
                        insert into employer (employer_id, organisation_id, name, recorded_at, recorded_by)
                        values (gen_random_uuid(), :house, :name, :now, :worker) on conflict do nothing
                        """)
                .with("house", caller.organisation().value())
                .with("name", name.strip())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        return Sql.of(em, """
                        select employer_id from employer
                         where organisation_id = :house and name_key = lower(regexp_replace(btrim(:name), '\\s+', ' ', 'g'))
                        """)
                .with("house", caller.organisation().value())
                .with("name", name.strip())
                .first(row -> row.uuid(0))
                .orElseThrow();
    }

    void check(UUID id, UUID employer, NewEmployerCheck checked, LocalDate countsUntil, Caller caller) {
        Sql.of(em, """
                        insert into employer_check (check_id, employer_id, organisation_id, against, result, words, checked_on, counts_until,
                                                    recorded_at, recorded_by)
                        values (:id, :employer, :house, :against, :result, :words, :on, :until, :now, :worker)
                        """)
                .with("id", id)
                .with("employer", employer)
                .with("house", caller.organisation().value())
                .with("against", checked.against().stream().distinct().toList())
                .with("result", checked.result())
                .with(
                        "words",
                        checked.words() == null || checked.words().isBlank()
                                ? null
                                : checked.words().strip())
                .with("on", checked.checkedOn())
                .with("until", countsUntil)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }
}
