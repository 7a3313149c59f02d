package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.proceeding.LegalCalendar.Lawyer;
import org.alongside.proceeding.LegalCalendar.Line;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/**
 * Reads the days of the calendar from whose the matter is and who leads, each in the order of its index, so that a month costs what
 * is in it; row security keeps of it what is in the caller's own circle. See the plan test and the benchmark before changing it.
 */
@ApplicationScoped
class LegalCalendars {
    /** The lines as they are asked; named parameters as of {@link #between}. */
    static final String LINES = """
            select * from (
              select 'HEARING' kind, h.hearing_id id, h.matter_id, h.case_id, h.case_code, h.hearing_at at, null::date due_on, h.place,
                     array_to_string(array(select n from unnest(h.needs) n where n <> all (h.arranged)), ',') missing,
                     h.organisation_id = :house own, h.counsel_id, h.ended_at is not null ended, h.matter_number
                from ((select l.* from hearing l where l.organisation_id = :house and (cast(:counsel as uuid) is null or l.counsel_id = :counsel) and l.hearing_at >= :from and l.hearing_at < :until
                        order by l.hearing_at, l.hearing_id limit :size)
                      union
                      (select l.* from hearing l where l.lead_organisation_id = :house and cast(:counsel as uuid) is null and l.hearing_at >= :from and l.hearing_at < :until
                        order by l.hearing_at, l.hearing_id limit :size)) h
              union all
              select d.kind, d.deadline_id, d.matter_id, d.case_id, d.case_code, null, d.due_on, null, null,
                     d.organisation_id = :house, d.counsel_id, d.ended_at is not null, d.matter_number
                from ((select l.* from legal_deadline l where l.organisation_id = :house and (cast(:counsel as uuid) is null or l.counsel_id = :counsel) and l.due_on >= :fromOn and l.due_on < :untilOn
                        order by l.due_on, l.deadline_id limit :size)
                      union
                      (select l.* from legal_deadline l where l.lead_organisation_id = :house and cast(:counsel as uuid) is null and l.due_on >= :fromOn and l.due_on < :untilOn
                        order by l.due_on, l.deadline_id limit :size)) d
               where d.outcome is distinct from 'REPLACED') c
             order by coalesce((c.at at time zone :zone)::date, c.due_on), c.at nulls first, c.id limit :size
            """;

    @PersistenceContext
    EntityManager em;

    /** The lines of these days; of one lawyer of the caller's house alone where {@code counsel} is not null. */
    Days between(Caller caller, LocalDate from, LocalDate until, ZoneId zone, WorkerId counsel, int most) {
        List<Line> lines = Sql.of(em, LINES)
                .with("house", caller.organisation().value())
                .with("counsel", counsel == null ? null : counsel.value())
                .with("from", from.atStartOfDay(zone).toInstant())
                .with("until", until.atStartOfDay(zone).toInstant())
                .with("fromOn", from)
                .with("untilOn", until)
                .with("zone", zone.getId())
                .with("size", most + 1)
                .rows(row -> line(row, zone, caller));
        boolean whole = lines.size() <= most;
        return new Days(whole ? lines : lines.subList(0, most), whole);
    }

    /** Lines, and whether these are all. */
    record Days(List<Line> lines, boolean whole) {}

    /** Who of the caller's house acts in matters, by name. */
    List<Lawyer> lawyers(Caller caller) {
        return Sql.of(em, """
                        select w.worker_id, w.name from worker w
                         where w.organisation_id = :house and (w.left_at is null or w.left_at > :now)
                           and exists (select from worker_role r where r.worker_id = w.worker_id and r.role_code = 'LAW')
                         order by w.name, w.worker_id
                        """)
                .with("house", caller.organisation().value())
                .with("now", caller.now())
                .rows(row -> new Lawyer(new WorkerId(row.uuid(0)), row.text(1)));
    }

    private static Line line(Row row, ZoneId zone, Caller caller) {
        Optional<Instant> at = row.when(5);
        boolean own = row.yes(9);
        Optional<WorkerId> counsel = own ? Optional.ofNullable(row.uuid(10)).map(WorkerId::new) : Optional.empty();
        return new Line(
                row.text(0),
                row.uuid(1),
                new MatterId(row.uuid(2)),
                new CaseId(row.uuid(3)),
                row.text(4),
                row.number(12),
                at.map(when -> LocalDate.ofInstant(when, zone)).orElseGet(() -> row.date(6)),
                at,
                Optional.ofNullable(row.text(7)),
                row.yes(11) ? List.of() : row.codes(8),
                own,
                counsel.filter(caller.worker()::equals).isPresent(),
                counsel,
                row.yes(11));
    }
}
