package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.Sql;

/** Finds out in one question which subjects of tasks are the reader's, without what is to be told of them: to count by. */
@ApplicationScoped
class ReachedSubjects {
    @PersistenceContext
    EntityManager em;

    /** Those that the reader knows; true: as more than a card. */
    Map<UUID, Boolean> of(Set<UUID> ids) {
        Map<UUID, Boolean> reached = new HashMap<>();
        Sql.of(em, """
                        select c.referral_id, %s or exists (select from referral r join case_file f using (case_id)
                                                             where r.referral_id = c.referral_id)
                          from referral_card c where c.referral_id = any (:ids)
                         union all
                        select c.handover_id, exists (select from handover h where h.handover_id = c.handover_id)
                          from handover_card c where c.handover_id = any (:ids)
                         union all
                        select f.case_id, true from case_file f where f.case_id = any (:ids)
                         union all
                        select a.attestation_id, exists (select from consent k join case_file f using (case_id)
                                                          where k.consent_id = a.consent_id)
                          from attestation a where a.attestation_id = any (:ids)
                         union all
                        select e.emergency_access_id, true from emergency_access e
                         where e.emergency_access_id = any (:ids) and e.worker_id <> caller_worker()
                         union all
                        select d.disclosure_id, true from disclosure d where d.disclosure_id = any (:ids)
                         union all
                        select d.duty_id, true from notification_duty d where d.duty_id = any (:ids)
                         union all
                        select m.placement_id, true from placement_minimum m where m.placement_id = any (:ids)
                         union all
                        select e.missing_id, true from missing_episode e where e.missing_id = any (:ids)
                         union all
                        select m.restriction_id, true from restriction_minimum m where m.restriction_id = any (:ids)
                         union all
                        select d.talk_due_id, true from talk_due d where d.talk_due_id = any (:ids)
                         union all
                        select g.gap_id, true from placement_gap g where g.gap_id = any (:ids)
                         union all
                        select a.alert_id, true from safety_alert a where a.alert_id = any (:ids)
                         union all
                        select c.alert_id, false from safety_alert_card c where c.alert_id = any (:ids)
                         union all
                        select p.plan_id, true from care_plan p join case_file f using (case_id) where p.plan_id = any (:ids)
                         union all
                        select v.overlooked_id, true from overlooked v where v.overlooked_id = any (:ids)
                         union all
                        select a.assessment_id, true from risk_assessment a join case_file f using (case_id)
                         where a.assessment_id = any (:ids)
                         union all
                        select u.urgent_id, true from urgent_care u join case_file f using (case_id) where u.urgent_id = any (:ids)
                         union all
                        select q.question_id, true from livelihood_question q join case_file f using (case_id)
                         where q.question_id = any (:ids)
                         union all
                        select c.id, true from (%s) c
                         union all
                        select u.follow_up_id, true from follow_up u where u.follow_up_id = any (:ids)
                         union all
                        select a.measure_ask_id, true from measure_ask a where a.measure_ask_id = any (:ids)
                         union all
                        select r.reintegration_id, true from reintegration r where r.reintegration_id = any (:ids)
                         union all
                        select p.recovery_id, true from recovery_period p where p.recovery_id = any (:ids)
                         union all
                        select i.interview_id, true from interview i join case_file f using (case_id) where i.interview_id = any (:ids)
                         union all
                        select n.non_punishment_id, true from non_punishment n join case_file f using (case_id)
                         where n.non_punishment_id = any (:ids)
                         union all
                        select o.order_id, true from court_order o join case_file f using (case_id) where o.order_id = any (:ids)
                         union all
                        select w.order_id, true from orders_without_lawyer() w where w.order_id = any (:ids)
                         union all
                        select n.share_id, true from threat_notice n join case_file f using (case_id) where n.share_id = any (:ids)
                         union all
                        select w.wanted_id, true from counsel_wanted w join case_file f using (case_id) where w.wanted_id = any (:ids)
                         union all
                        select h.hearing_id, true from hearing h join case_file f using (case_id) where h.hearing_id = any (:ids)
                         union all
                        select d.deadline_id, true from legal_deadline d join case_file f using (case_id) where d.deadline_id = any (:ids)
                         union all
                        select i.incident_id, true from incident i
                         where i.incident_id = any (:ids) and i.recorded_by <> caller_worker()
                        """.formatted(AboutCards.ACCESS_ENDED, AboutWithoutFile.COUNSELLING))
                .with("ids", ids)
                .rows(row -> reached.put(row.uuid(0), row.yes(1)));
        return reached;
    }
}
