package org.alongside.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.organisation.DirectoryService.AnsweringHours;
import org.alongside.organisation.NewService.Hours;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.TeamId;

/** The collection of services for those who offer them, and the days on which they do not. */
@ApplicationScoped
class Offers {
    private static final String ALL = """
            select s.service_id, s.service_type, s.name, s.region, s.remote, s.team_id, s.for_children, s.min_age, s.max_age,
                   array_to_string(s.sexes, ','), array_to_string(s.languages, ','), array_to_string(s.accessibility, ','),
                   s.capacity, s.capacity_told_at, s.withdrawn_at, s.version
              from service s
            """;

    private static final String HOURS = """
            select service_id, h.weekday, to_char(h.opens_at, 'HH24:MI'), to_char(h.closes_at, 'HH24:MI')
              from service_hours h join service s using (service_id) where %s order by service_id, h.weekday
            """;

    @PersistenceContext
    EntityManager em;

    List<OwnOffer> of(OrganisationId organisation) {
        Map<UUID, List<Hours>> hours =
                hours(Sql.of(em, HOURS.formatted("s.organisation_id = :id")).with("id", organisation.value()));
        return Sql.of(
                        em,
                        ALL
                                + " where s.organisation_id = :id order by s.withdrawn_at is not null, s.name, s.service_id")
                .with("id", organisation.value())
                .rows(row -> offer(row, hours));
    }

    OwnOffer require(ServiceId id) {
        Map<UUID, List<Hours>> hours =
                hours(Sql.of(em, HOURS.formatted("s.service_id = :id")).with("id", id.value()));
        return Sql.of(em, ALL + " where s.service_id = :id")
                .with("id", id.value())
                .first(row -> offer(row, hours))
                .orElseThrow(Refusal::notThere);
    }

    /** When somebody answers, of every service in the directory that says so. */
    List<AnsweringHours> answering() {
        return hours(Sql.of(em, HOURS.formatted("s.withdrawn_at is null"))).entrySet().stream()
                .map(one -> new AnsweringHours(new ServiceId(one.getKey()), one.getValue()))
                .toList();
    }

    /** Whose service it is, if there is one. */
    Optional<OrganisationId> ownerOf(ServiceId id) {
        return Sql.of(em, "select organisation_id from service where service_id = :id")
                .with("id", id.value())
                .first(row -> new OrganisationId(row.uuid(0)));
    }

    void add(ServiceId id, NewService service, Caller caller) {
        bind(Sql.of(em, """
                                insert into service (service_id, organisation_id, team_id, service_type, name, region, remote, for_children,
                                  min_age, max_age, sexes, languages, accessibility, capacity, capacity_told_at)
                                values (:id, :organisation, :team, :type, :name, :region, :remote, :children, :min, :max, :sexes, :languages,
                                  :accessibility, :capacity, :now)
                                """), service, caller)
                .with("id", id.value())
                .with("organisation", caller.organisation().value())
                .change();
        tell(id, service.hours());
    }

    void change(ServiceId id, NewService service, int version, Caller caller) {
        int changed = bind(Sql.of(em, """
                                update service set team_id = :team, service_type = :type, name = :name, region = :region, remote = :remote,
                                       for_children = :children, min_age = :min, max_age = :max, sexes = :sexes, languages = :languages,
                                       accessibility = :accessibility, capacity = :capacity, capacity_told_at = :now, version = version + 1
                                 where service_id = :id and version = :version and withdrawn_at is null
                                """), service, caller)
                .with("id", id.value())
                .with("version", version)
                .change();
        if (changed == 0) {
            throw Refusal.stale("changed-meanwhile");
        }
        Sql.of(em, "delete from service_hours where service_id = :id")
                .with("id", id.value())
                .change();
        tell(id, service.hours());
    }

    boolean tellCapacity(ServiceId id, String capacity, Caller caller) {
        return Sql.of(em, """
                        update service set capacity = :capacity, capacity_told_at = :now, version = version + 1
                         where service_id = :id and withdrawn_at is null
                        """)
                        .with("id", id.value())
                        .with("capacity", capacity)
                        .with("now", caller.now())
                        .change()
                == 1;
    }

    boolean withdraw(ServiceId id, Caller caller) {
        return Sql.of(em, """
                                update service set withdrawn_at = :now, withdrawn_by = :caller, version = version + 1
                                 where service_id = :id and withdrawn_at is null
                                """)
                        .with("id", id.value())
                        .with("now", caller.now())
                        .with("caller", caller.worker().value())
                        .change()
                == 1;
    }

    List<ClosedDay> closedDays(OrganisationId organisation, LocalDate from) {
        return Sql.of(em, "select day, name from closed_day where organisation_id = :id and day >= :from order by day")
                .with("id", organisation.value())
                .with("from", from)
                .rows(row -> new ClosedDay(row.date(0), row.text(1)));
    }

    boolean close(OrganisationId organisation, ClosedDay day) {
        return Sql.of(em, """
                                insert into closed_day (organisation_id, day, name) values (:id, :day, :name) on conflict do nothing
                                """)
                        .with("id", organisation.value())
                        .with("day", day.day())
                        .with("name", day.name().strip())
                        .change()
                == 1;
    }

    boolean reopen(OrganisationId organisation, LocalDate day) {
        return Sql.of(em, "delete from closed_day where organisation_id = :id and day = :day")
                        .with("id", organisation.value())
                        .with("day", day)
                        .change()
                == 1;
    }

    private void tell(ServiceId id, List<Hours> hours) {
        for (Hours one : hours) {
            Sql.of(em, """
                            insert into service_hours (service_id, weekday, opens_at, closes_at)
                            values (:id, :weekday, cast(:opens as time), cast(:closes as time))
                            """)
                    .with("id", id.value())
                    .with("weekday", one.weekday())
                    .with("opens", one.opens().toString())
                    .with("closes", one.closes().toString())
                    .change();
        }
    }

    private static Sql bind(Sql sql, NewService service, Caller caller) {
        return sql.with("team", service.team().value())
                .with("type", service.type())
                .with("name", service.name().strip())
                .with("region", service.region())
                .with("remote", service.remote())
                .with("children", service.forChildren())
                .with("min", number(service.minAge()))
                .with("max", number(service.maxAge()))
                .with("sexes", service.sexes())
                .with("languages", service.languages())
                .with("accessibility", service.accessibility())
                .with("capacity", service.capacity())
                .with("now", caller.now());
    }

    private static Short number(Integer years) {
        return years == null ? null : years.shortValue();
    }

    private static Map<UUID, List<Hours>> hours(Sql of) {
        Map<UUID, List<Hours>> hours = new LinkedHashMap<>();
        of.rows(row -> hours.computeIfAbsent(row.uuid(0), service -> new ArrayList<>())
                .add(new Hours(row.number(1), LocalTime.parse(row.text(2)), LocalTime.parse(row.text(3)))));
        return hours;
    }

    private static OwnOffer offer(Row row, Map<UUID, List<Hours>> hours) {
        return new OwnOffer(
                new ServiceId(row.uuid(0)),
                new NewService(
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.yes(4),
                        new TeamId(row.uuid(5)),
                        row.yes(6),
                        row.has(7) ? row.number(7) : null,
                        row.has(8) ? row.number(8) : null,
                        row.codes(9),
                        row.codes(10),
                        row.codes(11),
                        row.text(12),
                        hours.get(row.uuid(0))),
                row.when(13),
                row.when(14),
                row.number(15));
    }
}
