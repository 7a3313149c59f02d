-- The newest bodies (V232) with lines more: case_named of the tables police_share and counsel_wanted, handover_subjects of counsel_wanted.

create or replace function case_named(p_id uuid) returns uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (array_agg(case_id))[1] from (
    select case_id from case_file where case_id = p_id
    union all select case_id from referral where referral_id = p_id
    union all select case_id from consent where consent_id = p_id
    union all select c.case_id from attestation a join consent c using (consent_id) where a.attestation_id = p_id
    union all select case_id from goal where goal_id = p_id
    union all select case_id from action_step where step_id = p_id
    union all select case_id from matter where matter_id = p_id
    union all select case_id from closing where closing_id = p_id
    union all select case_id from handover where handover_id = p_id
    union all select case_id from guardian where guardian_id = p_id
    union all select case_id from emergency_file where emergency_access_id = p_id
    union all select case_id from disclosure where disclosure_id = p_id
    union all select case_id from notification_duty where duty_id = p_id
    union all select case_id from placement where placement_id = p_id
    union all select case_id from placement_gap where gap_id = p_id
    union all select case_id from restriction where restriction_id = p_id
    union all select case_id from talk_due where talk_due_id = p_id
    union all select case_id from counselling_session where session_id = p_id
    union all select case_id from safety_alert where alert_id = p_id
    union all select case_id from missing_episode where missing_id = p_id
    union all select case_id from risk_assessment where assessment_id = p_id
    union all select case_id from care_plan where plan_id = p_id
    union all select case_id from urgent_care where urgent_id = p_id
    union all select case_id from livelihood_question where question_id = p_id
    union all select case_id from follow_up where follow_up_id = p_id
    union all select case_id from reintegration where reintegration_id = p_id
    union all select case_id from measure_ask where measure_ask_id = p_id
    union all select case_id from recovery_period where recovery_id = p_id
    union all select case_id from document where document_id = p_id
    union all select case_id from hearing where hearing_id = p_id
    union all select case_id from legal_deadline where deadline_id = p_id
    union all select case_id from interview where interview_id = p_id
    union all select case_id from non_punishment where non_punishment_id = p_id
    union all select case_id from court_order where order_id = p_id
    union all select case_id from police_share where share_id = p_id and kind = 'THREAT'
    union all select case_id from counsel_wanted where wanted_id = p_id) named
$$;

create or replace function handover_subjects(p_handover uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with moved as (select h.case_id from handover h where h.handover_id = p_handover and may_handover(p_handover))
  select case_id from moved
   union all select r.referral_id from moved join referral r using (case_id)
   union all select a.attestation_id from moved join consent c using (case_id) join attestation a using (consent_id)
   union all select e.emergency_access_id from moved join emergency_file e using (case_id)
   union all select d.disclosure_id from moved join disclosure d using (case_id)
              where not (led_by_notified(case_id) and exists (select from notification n where n.disclosure_id = d.disclosure_id))
   union all select n.duty_id from moved join notification_duty n using (case_id) where n.ended_at is null and not led_by_notified(case_id)
   union all select p.placement_id from moved join placement p using (case_id)
   union all select g.gap_id from moved join placement_gap g using (case_id)
   union all select t.talk_due_id from moved join talk_due t using (case_id) where t.ended_at is null
   union all select a.alert_id from moved join safety_alert a using (case_id) where a.settled_at is null and a.ended_at is null
   union all select e.missing_id from moved join missing_episode e using (case_id) where e.ended_at is null
   union all select a.assessment_id from moved join risk_assessment a using (case_id)
   union all select p.plan_id from moved join care_plan p using (case_id) where p.ended_at is null
   union all select u.urgent_id from moved join urgent_care u using (case_id) where u.ended_at is null
   union all select q.question_id from moved join livelihood_question q using (case_id) where q.answered_at is null and q.ended_at is null
   union all select u.follow_up_id from moved join follow_up u using (case_id) where u.ended_at is null
   union all select r.reintegration_id from moved join reintegration r using (case_id) where r.ended_at is null
   union all select a.measure_ask_id from moved join measure_ask a using (case_id) where a.settled_at is null
   union all select p.recovery_id from moved join recovery_period p using (case_id) where p.settled_at is null
   union all select h.hearing_id from moved join hearing h using (case_id) where h.ended_at is null
   union all select d.deadline_id from moved join legal_deadline d using (case_id) where d.ended_at is null
   union all select i.interview_id from moved join interview i using (case_id)
              where i.ended_at is null and i.taken_back_at is null and (i.answer is null or i.answer = 'LATER')
   union all select n.non_punishment_id from moved join non_punishment n using (case_id) where n.settled_at is null and n.ended_at is null
   union all select o.order_id from moved join court_order o using (case_id) where o.ended_at is null
   union all select w.wanted_id from moved join counsel_wanted w using (case_id) where w.settled_at is null
$$;
