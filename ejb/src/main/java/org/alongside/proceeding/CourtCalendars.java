package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.proceeding.NewCourtCalendar.CourtCalendarView;
import org.alongside.proceeding.NewCourtCalendar.CourtDay;
import org.alongside.proceeding.NewCourtCalendar.CourtRule;
import org.alongside.proceeding.NewCourtCalendar.CourtTerm;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;

/** The calendars of courts that the caller's house keeps. */
@ApplicationScoped
class CourtCalendars {
    private static final String THERE_ALREADY = "23505";

    @PersistenceContext
    EntityManager em;

    /** All of the house, by name; four statements, however many there are. */
    List<CourtCalendarView> list() {
        Map<UUID, List<CourtDay>> days = parts(
                "select calendar_id, day, name from court_day order by day",
                row -> new CourtDay(row.date(1), row.text(2)));
        Map<UUID, List<CourtTerm>> terms = parts(
                "select calendar_id, from_on, until_on from court_term order by from_on",
                row -> new CourtTerm(row.date(1), row.date(2)));
        Map<UUID, List<CourtRule>> rules = parts(
                "select calendar_id, event, amount, unit, rolls, stands_still from court_rule order by event",
                row -> new CourtRule(row.text(1), row.number(2), row.text(3), row.yes(4), row.yes(5)));
        return Sql.of(
                        em,
                        "select calendar_id, name, zone, array_to_string(rest_days, ','), version from court_calendar order by lower(name)")
                .rows(row -> new CourtCalendarView(
                        row.uuid(0),
                        new NewCourtCalendar(
                                row.text(1),
                                row.text(2),
                                row.codes(3).stream().map(Integer::valueOf).toList(),
                                days.getOrDefault(row.uuid(0), List.of()),
                                terms.getOrDefault(row.uuid(0), List.of()),
                                rules.getOrDefault(row.uuid(0), List.of())),
                        row.number(4)));
    }

    private <T> Map<UUID, List<T>> parts(String sql, Function<Row, T> read) {
        Map<UUID, List<T>> parts = new HashMap<>();
        Sql.of(em, sql).rows(row -> parts.computeIfAbsent(row.uuid(0), id -> new ArrayList<>())
                .add(read.apply(row)));
        return parts;
    }

    Optional<CourtCalendarView> find(UUID id) {
        return list().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** As it is reckoned with. */
    static CourtCalendar of(NewCourtCalendar written) {
        return new CourtCalendar(
                written.restDays().stream().map(DayOfWeek::of).collect(Collectors.toSet()),
                written.days().stream().map(CourtDay::day).collect(Collectors.toSet()),
                written.terms().stream()
                        .map(term -> new CourtCalendar.Term(term.fromOn(), term.untilOn()))
                        .toList());
    }

    static ZoneId zone(NewCourtCalendar written) {
        return ZoneId.of(written.zone());
    }

    void add(UUID id, NewCourtCalendar written, Caller caller) {
        write(id, written, caller, """
                insert into court_calendar (calendar_id, organisation_id, name, zone, rest_days, written_at, written_by)
                values (:id, :house, :name, :zone, cast(cast(:rest as text[]) as smallint[]), :now, :worker)
                """);
    }

    /** Writes it anew; refuses as stale where it is not that version any more. */
    void change(UUID id, NewCourtCalendar written, int version, Caller caller) {
        int current = Sql.of(em, "select version from court_calendar where calendar_id = :id for no key update")
                .with("id", id)
                .first(row -> row.number(0))
                .orElseThrow(Refusal::notThere);
        if (current != version) {
            throw Refusal.stale("changed-meanwhile");
        }
        for (String table : List.of("court_day", "court_term", "court_rule")) {
            Sql.of(em, "delete from " + table + " where calendar_id = :id")
                    .with("id", id)
                    .change();
        }
        write(id, written, caller, """
                update court_calendar set name = :name, zone = :zone, rest_days = cast(cast(:rest as text[]) as smallint[]),
                       version = version + 1, written_at = :now, written_by = :worker
                 where calendar_id = :id and organisation_id = :house
                """);
    }

    private void write(UUID id, NewCourtCalendar written, Caller caller, String statement) {
        try {
            Sql.of(em, statement)
                    .with("id", id)
                    .with("house", caller.organisation().value())
                    .with("name", written.name().strip())
                    .with("zone", written.zone())
                    .with(
                            "rest",
                            written.restDays().stream().map(String::valueOf).toList())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .change();
        } catch (Failed failed) {
            throw THERE_ALREADY.equals(failed.state()) ? Refusal.invalid("name", "calendar-there-already") : failed;
        }
        written.days().forEach(day -> Sql.of(em, "insert into court_day values (:id, :day, :name)")
                .with("id", id)
                .with("day", day.day())
                .with("name", day.name().strip())
                .change());
        written.terms().forEach(term -> Sql.of(em, "insert into court_term values (:id, :from, :until)")
                .with("id", id)
                .with("from", term.fromOn())
                .with("until", term.untilOn())
                .change());
        written.rules().forEach(rule -> Sql.of(
                        em, "insert into court_rule values (:id, :event, :amount, :unit, :rolls, :still)")
                .with("id", id)
                .with("event", rule.event())
                .with("amount", rule.amount())
                .with("unit", rule.unit())
                .with("rolls", rule.rolls())
                .with("still", rule.standsStill())
                .change());
    }
}
