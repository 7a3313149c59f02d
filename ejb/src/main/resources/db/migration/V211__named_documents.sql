-- The newest body with this line more. case_named: document.

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
    union all select case_id from document where document_id = p_id) named
$$;
