package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.CourtOrderId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.IncidentId;
import org.alongside.shared.Sql;
import org.alongside.worklist.WorkItem.AboutCounselling;
import org.alongside.worklist.WorkItem.AboutDisclosure;
import org.alongside.worklist.WorkItem.AboutEmergency;
import org.alongside.worklist.WorkItem.AboutIncident;
import org.alongside.worklist.WorkItem.AboutOrder;
import org.alongside.worklist.WorkItem.AboutOverlooked;

/** Reads what somebody looks at to whom no file is open for it: what was done in an emergency, told, ordered by a court, seen in a house, left undone, and what is asked of counsellors and who supervises them. */
@ApplicationScoped
class AboutWithoutFile {
    /** What is asked of a counsellor is asked of that one alone; of who supervises the house, what is not their own. */
    static final String COUNSELLING = """
            select h.sitting_id as id, w.name, h.starts_at, null as supervisor
              from sitting h join worker w on w.worker_id = h.counsellor_id
             where h.sitting_id = any (:ids) and (h.counsellor_id = caller_worker() or caller_is('SUP'))
             union all
            select c.supervision_id, w.name, null, v.name
              from clinical_supervision c join worker w on w.worker_id = c.counsellor_id join worker v on v.worker_id = c.supervisor_id
             where c.supervision_id = any (:ids)
             union all
            select l.warning_id, w.name, null, null from caseload_warning l join worker w on w.worker_id = l.counsellor_id
             where l.warning_id = any (:ids) and l.counsellor_id <> caller_worker()
            """;

    @PersistenceContext
    EntityManager em;

    void read(Set<UUID> ids, Subjects subjects) {
        readEmergencies(ids, subjects);
        readDisclosures(ids, subjects);
        readIncidents(ids, subjects);
        readOrders(ids, subjects);
        readOverlooked(ids, subjects);
        readCounselling(ids, subjects);
    }

    /** Nobody is asked about what they asked for themselves. */
    private void readEmergencies(Set<UUID> ids, Subjects subjects) {
        Sql.of(em, """
                        select e.emergency_access_id, w.name, o.name
                          from emergency_access e
                          join worker w on w.worker_id = e.worker_id join organisation o on o.organisation_id = e.organisation_id
                         where e.emergency_access_id = any (:ids) and e.worker_id <> caller_worker()
                        """)
                .with("ids", ids)
                .rows(row -> subjects.emergencies.put(
                        row.uuid(0), new AboutEmergency(new EmergencyAccessId(row.uuid(0)), row.text(1), row.text(2))));
    }

    private void readDisclosures(Set<UUID> ids, Subjects subjects) {
        Sql.of(
                        em,
                        "select d.disclosure_id, d.case_code, d.exception from disclosure d where d.disclosure_id = any (:ids)")
                .with("ids", ids)
                .rows(row -> subjects.disclosures.put(
                        row.uuid(0), new AboutDisclosure(new DisclosureId(row.uuid(0)), row.text(1), row.text(2))));
    }

    /** Nobody is asked to look at what they wrote themselves. */
    private void readIncidents(Set<UUID> ids, Subjects subjects) {
        Sql.of(em, """
                        select i.incident_id, i.code_name, i.kind from incident i
                         where i.incident_id = any (:ids) and i.recorded_by <> caller_worker()
                        """)
                .with("ids", ids)
                .rows(row -> subjects.incidents.put(
                        row.uuid(0), new AboutIncident(new IncidentId(row.uuid(0)), row.text(1), row.text(2))));
    }

    /** For data protection, who find a lawyer without opening the file. */
    private void readOrders(Set<UUID> ids, Subjects subjects) {
        Sql.of(
                        em,
                        "select w.order_id, w.case_code, w.kind from orders_without_lawyer() w where w.order_id = any (:ids)")
                .with("ids", ids)
                .rows(row -> subjects.orders.put(
                        row.uuid(0), new AboutOrder(new CourtOrderId(row.uuid(0)), row.text(1), row.text(2))));
    }

    private void readCounselling(Set<UUID> ids, Subjects subjects) {
        Sql.of(em, COUNSELLING)
                .with("ids", ids)
                .rows(row -> subjects.counselling.put(
                        row.uuid(0), new AboutCounselling(row.text(1), row.when(2), Optional.ofNullable(row.text(3)))));
    }

    private void readOverlooked(Set<UUID> ids, Subjects subjects) {
        Sql.of(em, """
                        select v.overlooked_id, o.name, v.kind, v.tasks from overlooked v join organisation o using (organisation_id)
                         where v.overlooked_id = any (:ids)
                        """)
                .with("ids", ids)
                .rows(row -> subjects.overlooked.put(
                        row.uuid(0), new AboutOverlooked(row.text(1), row.text(2), row.number(3))));
    }
}
