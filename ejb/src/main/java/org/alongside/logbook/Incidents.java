package org.alongside.logbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.logbook.IncidentView.IncidentCount;
import org.alongside.logbook.IncidentView.IncidentLook;
import org.alongside.logbook.IncidentView.IncidentRow;
import org.alongside.logbook.Logbook.HousePerson;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.IncidentId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/** The collection of incidents; the database shows each reader those that are theirs. */
@ApplicationScoped
class Incidents {
    private static final String READ = """
            select i.incident_id, i.code_name, i.kind, i.severity, i.happened_at, i.recorded_at, r.name, i.look_by,
                   array_to_string(array(select d from unnest(i.desks) d
                                          where not exists (select from incident_look l where l.incident_id = i.incident_id and l.desk = d)
                                          order by d), ',') waiting,
                   i.facility_id, i.words, i.done, w.name, i.recorded_by = caller_worker() or looked_at_incident(i.incident_id)
              from incident i
              join worker r on r.worker_id = i.recorded_by
              left join worker w on w.worker_id = i.conduct_of
            """;

    @PersistenceContext
    EntityManager em;

    /** Who wrote it; empty where it is not the caller's to read. */
    Optional<WorkerId> writer(IncidentId id) {
        return Sql.of(em, "select recorded_by from incident where incident_id = :id")
                .with("id", id.value())
                .first(row -> new WorkerId(row.uuid(0)));
    }

    /** Those that the caller reads: what waits first, soonest due first, then the newest; at most a hundred. */
    List<IncidentRow> list(Caller caller) {
        return Sql.of(em, READ + """
                         where i.organisation_id = :house
                         order by (select count(*) from incident_look l where l.incident_id = i.incident_id) >= cardinality(i.desks),
                                  case when (select count(*) from incident_look l where l.incident_id = i.incident_id) < cardinality(i.desks)
                                       then i.look_by end,
                                  i.recorded_at desc, i.incident_id
                         limit 100
                        """)
                .with("house", caller.organisation().value())
                .rows(Incidents::row);
    }

    IncidentView require(IncidentId id, Caller caller) {
        return Sql.of(em, READ + " where i.incident_id = :id")
                .with("id", id.value())
                .first(row -> new IncidentView(
                        row(row),
                        new FacilityId(row.uuid(9)),
                        row.text(10),
                        row.text(11),
                        List.of(),
                        Optional.ofNullable(row.text(12)),
                        IncidentRules.desk(caller, row.yes(13), row.codes(8), row.instant(7)),
                        List.of()))
                .map(found -> new IncidentView(
                        found.header(),
                        found.house(),
                        found.words(),
                        found.done(),
                        people(id),
                        found.conductOf(),
                        found.mine(),
                        looks(id)))
                .orElseThrow(Refusal::notThere);
    }

    private List<HousePerson> people(IncidentId id) {
        return Sql.of(em, """
                        select p.case_id, c.case_code, m.preferred_name
                          from incident_person p join case_file c using (case_id) left join identity_minimum m using (case_id)
                         where p.incident_id = :id order by c.case_code
                        """)
                .with("id", id.value())
                .rows(row -> new HousePerson(new CaseId(row.uuid(0)), row.text(1), Optional.ofNullable(row.text(2))));
    }

    private List<IncidentLook> looks(IncidentId id) {
        return Sql.of(em, """
                        select l.desk, l.looked_at, w.name, l.learned
                          from incident_look l join worker w on w.worker_id = l.looked_by
                         where l.incident_id = :id order by l.looked_at, l.desk
                        """)
                .with("id", id.value())
                .rows(row -> new IncidentLook(row.text(0), row.instant(1), row.text(2), row.text(3)));
    }

    /** By kind and month of the last year, newest month first; what the caller may not read is not counted. */
    List<IncidentCount> counts(Caller caller) {
        return Sql.of(em, """
                        select to_char(i.happened_at at time zone f.zone, 'YYYY-MM') as m, i.kind, count(*)
                          from incident i join facility f using (facility_id)
                         where i.organisation_id = :house and i.happened_at > cast(:now as timestamptz) - interval '12 months'
                         group by 1, 2 order by 1 desc, 3 desc, 2
                        """)
                .with("house", caller.organisation().value())
                .with("now", caller.now())
                .rows(row -> new IncidentCount(row.text(0), row.text(1), row.count(2)));
    }

    /** Which desks look at one of that kind; codes of incident_desk. */
    List<String> desks(NewIncident incident) {
        return Sql.of(em, "select array_to_string(incident_desks(:kind, :of), ',')")
                .with("kind", incident.kind())
                .with(
                        "of",
                        incident.conductOf() == null
                                ? null
                                : incident.conductOf().value())
                .first(row -> row.codes(0))
                .orElseThrow();
    }

    void add(IncidentId id, FacilityId house, NewIncident incident, List<String> desks, Instant lookBy, Caller caller) {
        Sql.of(em, """
                        insert into incident (incident_id, facility_id, organisation_id, code_name, kind, severity, happened_at, words, done,
                                              conduct_of, desks, recorded_at, recorded_by, look_by)
                        select :id, f.facility_id, f.organisation_id, f.code_name, :kind, :severity, :happened, :words, :done,
                               :of, :desks, :now, :worker, :by
                          from facility f where f.facility_id = :house
                        """)
                .with("id", id.value())
                .with("kind", incident.kind())
                .with("severity", incident.severity())
                .with("happened", incident.happenedAt())
                .with("words", incident.words().strip())
                .with("done", incident.done().strip())
                .with(
                        "of",
                        incident.conductOf() == null
                                ? null
                                : incident.conductOf().value())
                .with("desks", desks)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("by", lookBy)
                .with("house", house.value())
                .run();
        incident.people().forEach(person -> Sql.of(em, "insert into incident_person values (:id, :case)")
                .with("id", id.value())
                .with("case", person.value())
                .run());
    }

    void look(IncidentId id, String desk, String learned, Caller caller) {
        Sql.of(em, "insert into incident_look values (:id, :desk, :now, :worker, :learned)")
                .with("id", id.value())
                .with("desk", desk)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("learned", learned.strip())
                .run();
    }

    private static IncidentRow row(Row row) {
        return new IncidentRow(
                new IncidentId(row.uuid(0)),
                row.text(1),
                row.text(2),
                row.text(3),
                row.instant(4),
                row.instant(5),
                row.text(6),
                row.instant(7),
                row.codes(8));
    }
}
