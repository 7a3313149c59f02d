package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.proceeding.MatterView.Minimum;
import org.alongside.proceeding.MatterView.Support;
import org.alongside.proceeding.ProceedingService.HearingQuery;
import org.alongside.shared.AfterDay;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.Page;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/**
 * Hearings and deadlines of the caller's people. Starts from whose the matter is and who leads, each in the order of its index,
 * so that it costs what is due and not what there is; row security keeps of it what is in the caller's own circle, by key. See
 * the plan test before changing it.
 */
@ApplicationScoped
class Hearings {
    /** The list as it is asked; named parameters as of {@link #list}. */
    static final String LIST = """
            select h.matter_id, h.case_id, f.case_code, i.preferred_name, h.hearing_at, h.place, array_to_string(h.needs, ','),
                   array_to_string(h.arranged, ','), array_to_string(h.protection, ','), h.deadline_on, p.track, s.stage, h.next_on, m.version, m.number
              from ((select l.* from hearing_minimum l
                      where l.organisation_id = :house and l.next_on <= :until
                        and (l.next_on, l.matter_id) > (cast(:after as date), cast(:afterid as uuid))
                      order by l.next_on, l.matter_id limit :size)
                    union
                    (select l.* from hearing_minimum l
                      where l.lead_organisation_id = :house and l.next_on <= :until
                        and (l.next_on, l.matter_id) > (cast(:after as date), cast(:afterid as uuid))
                        and (l.hearing_at > :now or l.deadline_on >= :today)
                      order by l.next_on, l.matter_id limit :size)) h
              join matter m on m.matter_id = h.matter_id
              join case_file f on f.case_id = h.case_id
              left join matter_file p on p.matter_id = h.matter_id
              left join matter_stage s on s.matter_id = h.matter_id
              left join identity_minimum i on i.case_id = h.case_id
             order by h.next_on, h.matter_id limit :size
            """;

    private static final int LONGEST_PAGE = 100;

    @PersistenceContext
    EntityManager em;

    Page<DueHearing> list(Caller caller, LocalDate today, HearingQuery query) {
        int size = Math.max(1, Math.min(query.limit(), LONGEST_PAGE));
        AfterDay after = AfterDay.read(query.cursor());
        List<DueHearing> rows = Sql.of(em, LIST)
                .with("house", caller.organisation().value())
                .with("until", today.plusDays(query.within()))
                .with("after", after.day())
                .with("afterid", after.id())
                .with("now", caller.now())
                .with("today", today)
                .with("size", size + 1)
                .rows(row -> hearing(row, caller.now(), today));
        return AfterDay.page(rows, size, DueHearing::nextOn, DueHearing::id);
    }

    private static DueHearing hearing(Row row, Instant now, LocalDate today) {
        List<String> arranged = row.codes(7);
        Optional<Instant> at = row.when(4);
        Optional<LocalDate> deadline = Optional.ofNullable(row.date(9));
        return new DueHearing(
                new MatterId(row.uuid(0)),
                new CaseId(row.uuid(1)),
                row.number(14),
                row.text(2),
                Optional.ofNullable(row.text(3)),
                new Minimum(
                        at,
                        Optional.ofNullable(row.text(5)),
                        row.codes(6).stream()
                                .map(need -> new Support(need, arranged.contains(need), Optional.empty(), false))
                                .toList(),
                        row.codes(8),
                        deadline),
                Optional.ofNullable(row.text(10)),
                Optional.ofNullable(row.text(11)),
                row.date(12),
                at.filter(hearing -> !hearing.isAfter(now)).isPresent()
                        || deadline.filter(day -> day.isBefore(today)).isPresent(),
                row.number(13));
    }
}
