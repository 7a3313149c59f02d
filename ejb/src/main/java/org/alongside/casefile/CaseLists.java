package org.alongside.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.casefile.CaseService.CaseQuery;
import org.alongside.casefile.NameForms.Sought;
import org.alongside.shared.CaseId;
import org.alongside.shared.Cursor;
import org.alongside.shared.Page;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** Lists of cases, all of which start from what the caller holds: by next date, or by a name. */
@ApplicationScoped
class CaseLists {
    /** The longest page of a list. */
    static final int LONGEST_PAGE = 100;

    private static final String COLUMNS = """
            select a.case_id, f.case_code, a.status, a.next_due, o.name, o.organisation_id, s.risk_level, i.child,
                   i.preferred_name, a.alike
            """;

    private static final String PARTS = """
              join case_file f using (case_id)
              left join organisation o on o.organisation_id = lead_told(f.case_id)
              left join safety_minimum s using (case_id)
              left join identity_minimum i using (case_id)
            """;

    /**
     * Starts from the time line, one arm a holder in index order, and joins outward by key; the benchmark prints its plan.
     * What is chosen by is asked in that order until the page is full, a row at a time, by key and never as a set, because
     * each such row asks who may read it. What is compared stands inside, so that only the rows that fit are asked.
     */
    static final String LIST = COLUMNS + """
              from (select distinct a.case_id, a.status, a.next_due, 0 as alike
                      from unnest(caller_holders()) h (holder_id)
                     cross join lateral (
                           select ca.case_id, ca.status, ca.next_due
                             from (select ca.case_id, ca.status, ca.next_due from case_access ca
                                    where ca.holder_id = h.holder_id
                                      and (ca.next_due, ca.case_id) > (cast(:due as date), cast(:after as uuid))
                                      and ca.next_due between cast(:from as date) and cast(:until as date)
                                      and (cardinality(:statuses) = 0 or ca.status = any (:statuses))
                                    order by ca.next_due, ca.case_id offset 0) ca
                            where (cast(:lead as uuid) is null
                                   or led_by(ca.case_id, :lead))
                              and (cardinality(:risks) = 0
                                   or (select true from safety_minimum x where x.case_id = ca.case_id and x.risk_level = any (:risks)))
                              and (cast(:service as text) is null
                                   or (select true from referral r join referral_card c using (referral_id)
                                        where r.case_id = ca.case_id and c.service_type = :service
                                          and c.status in ('PENDING_APPROVAL','SENT','RECEIVED','INFO_REQUESTED','WAITLISTED',
                                                           'ACCEPTED','IN_SERVICE','COMPLETED') limit 1))
                            order by ca.next_due, ca.case_id limit :size) a
                     order by a.next_due, a.case_id limit :size) a
            """ + PARTS + " order by a.next_due, a.case_id";

    /**
     * Looks into the words of the caller's own cases and nobody else's, so that how long it takes says nothing of others.
     * Who may read a word is asked of the few that fit.
     */
    static final String BY_NAME = COLUMNS + """
              from (select c.case_id, c.status, c.next_due, s.alike
                      from (select distinct a.case_id, a.status, a.next_due
                              from unnest(caller_holders()) h (holder_id)
                             cross join lateral (select ca.case_id, ca.status, ca.next_due from case_access ca
                                                  where ca.holder_id = h.holder_id offset 0) a) c
                     cross join lateral (
                           select count(distinct w.word) as met
                             from name_word w where w.case_id = c.case_id and w.word = any (:needed)) n
                     cross join lateral (
                           select case when (select count(distinct w.word) from name_word w
                                              where w.case_id = c.case_id and w.word = any (:spelt)) = cardinality(:spelt)
                                       then 0 else 1 end as alike offset 0) s
                     where n.met = cardinality(:needed)
                       and (s.alike, c.next_due, c.case_id) > (:alike, cast(:due as date), cast(:after as uuid))
                     order by s.alike, c.next_due, c.case_id limit :size) a
            """ + PARTS + " order by a.alike, a.next_due, a.case_id";

    @PersistenceContext
    EntityManager em;

    @Inject
    NameIndex names;

    /** The first rows by next due date of the cases that are open to the caller and fit the choice. */
    Page<CaseRow> list(Caller caller, CaseQuery query) {
        int size = Math.max(1, Math.min(query.limit(), LONGEST_PAGE));
        CaseFilter filter = query.filter();
        After after = After.read(query.cursor(), 2);
        LocalDate today = caller.now().atZone(ZoneOffset.UTC).toLocalDate();
        List<CaseRow> rows = Sql.of(em, LIST)
                .with("due", after.due())
                .with("after", after.id())
                .with("from", "LATER".equals(filter.next()) ? today.plusDays(31) : LocalDate.MIN)
                .with("until", until(filter.next(), today))
                .with("statuses", filter.statuses())
                .with("risks", filter.risks())
                .with("lead", filter.lead() == null ? null : filter.lead().value())
                .with("service", filter.service())
                .with("size", size + 1)
                .rows(row -> row(caller, row));
        return page(rows, size, last -> Cursor.of(last.nextDue(), last.id()));
    }

    /** The cases in whose names all of it is found: first where each word is spelt so, then alike, each by next due date. */
    Page<NameMatch> byName(Caller caller, List<Sought> sought, String cursor, int limit) {
        int size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        After after = After.read(cursor, 3);
        List<NameMatch> rows = Sql.of(em, BY_NAME)
                .with("needed", words(sought, Sought::needed))
                .with("spelt", words(sought, Sought::spelt))
                .with("alike", after.alike())
                .with("due", after.due())
                .with("after", after.id())
                .with("size", size + 1)
                .rows(row -> new NameMatch(row(caller, row), Optional.ofNullable(row.text(8)), row.number(9) > 0));
        return page(
                rows,
                size,
                last -> Cursor.of(
                        last.alike() ? 1 : 0,
                        last.found().nextDue(),
                        last.found().id()));
    }

    private Set<UUID> words(List<Sought> sought, Function<Sought, String> form) {
        return sought.stream().map(form).map(names::word).collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate until(String next, LocalDate today) {
        return switch (String.valueOf(next)) {
            case "OVERDUE" -> today.minusDays(1);
            case "SEVEN_DAYS" -> today.plusDays(7);
            case "THIRTY_DAYS" -> today.plusDays(30);
            default -> LocalDate.MAX;
        };
    }

    private static CaseRow row(Caller caller, Row row) {
        return new CaseRow(
                new CaseId(row.uuid(0)),
                row.text(1),
                row.text(2),
                row.date(3),
                row.text(4),
                caller.organisation().value().equals(row.uuid(5)),
                Optional.ofNullable(row.text(6)),
                row.has(7) ? Optional.of(row.yes(7)) : Optional.empty());
    }

    private static <T> Page<T> page(List<T> rows, int size, Function<T, String> cursor) {
        return rows.size() <= size
                ? new Page<>(rows, Optional.empty())
                : new Page<>(rows.subList(0, size), Optional.of(cursor.apply(rows.get(size - 1))));
    }

    /** The last row that was read: how well it fits, its due date and id. {@code LocalDate.MIN} is before all days there. */
    private record After(int alike, LocalDate due, UUID id) {
        static After read(String cursor, int parts) {
            if (cursor == null) {
                return new After(-1, LocalDate.MIN, new UUID(0, 0));
            }
            List<String> key = Cursor.read(cursor, parts);
            try {
                return new After(
                        parts == 3 ? Integer.parseInt(key.get(0)) : -1,
                        LocalDate.parse(key.get(parts - 2)),
                        UUID.fromString(key.get(parts - 1)));
            } catch (NumberFormatException | DateTimeParseException notOurs) {
                throw Cursor.wrong();
            } catch (IllegalArgumentException notOurs) {
                throw Cursor.wrong();
            }
        }
    }
}
