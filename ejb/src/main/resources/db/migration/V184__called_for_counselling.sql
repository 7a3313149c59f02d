-- The newest body with these lines more: an hour of a counsellor (whose it is, and who looks after the house's counsellors), a supervision (both, and who
-- looks after them), a warning of how much somebody carries (who looks after them).

create or replace function called_besides(p_subject uuid, p_about_card boolean) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told from told_of_card(p_subject) told where p_about_card
   union
  -- an emergency access: those who can agree to it, those who look after it, and data protection, which reviews it
  select w.worker_id
    from emergency_access e join worker w on w.kind = 'PERSON' and w.worker_id <> e.worker_id and (w.left_at is null or w.left_at > (select caller_now()))
    join worker_role r on r.worker_id = w.worker_id
   where (select caller_is_system()) and not p_about_card and e.emergency_access_id = p_subject
     and (r.role_code = 'DPO' and e.opened_at is not null
          or r.role_code in ('CW','SUP','SHM','HLT') and w.organisation_id = e.organisation_id and e.decided_at is null and not e.life_in_danger
          or e.verdict = 'MISUSE' and (r.role_code = 'ADM' or r.role_code in ('SUP','SHM') and w.organisation_id = e.organisation_id)
          or r.role_code = 'NRM' and e.reviewed_at is null and e.review_by <= (select caller_now()))
   union
  -- what is asked back: those of the holder who may have a referral
  select w.worker_id
    from attestation a
    join worker w on w.organisation_id = a.holder_organisation_id and w.kind = 'PERSON'
     and (w.left_at is null or w.left_at > (select caller_now()))
    join worker_role x using (worker_id)
    join role_category k on k.role_code = x.role_code and k.category = 11 and k.access in ('F','R','W','M','E','*')
   where p_about_card and (select caller_is_system()) and a.attestation_id = p_subject
   union
  -- the lead that is offered: supervisors of the house that is asked
  select w.worker_id
    from handover_card c
    join worker w on w.organisation_id = c.to_organisation_id and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now())
    join worker_role x on x.worker_id = w.worker_id and x.role_code = 'SUP'
   where (select caller_is_system()) and p_about_card and c.handover_id = p_subject and c.approved_at is not null
   union
  -- a disclosure: the desk whose turn it is
  select w.worker_id
    from disclosure d join case_file f using (case_id) join worker w on w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
    join worker_role r on r.worker_id = w.worker_id
   where (select caller_is_system()) and not p_about_card and d.disclosure_id = p_subject and w.worker_id <> d.proposed_by
     and r.role_code in ('DPO', 'LAW') and r.role_code = disclosure_turn(d.disclosure_id)
     and (w.organisation_id = f.lead_organisation_id
          or r.role_code = 'DPO' and protects(f.lead_organisation_id, w.organisation_id))
   union
  -- a placement: the house and who leads, and nobody else who may know her file
  select t from placement p cross join lateral told_of_case(p.case_id, 4, p.organisation_id) t
   where not p_about_card and p.placement_id = p_subject
   union
  -- a limit on her stay, and the talk of the week: the house and who leads, likewise
  select t from (select r.case_id, r.organisation_id from restriction r where r.restriction_id = p_subject
                  union all select d.case_id, d.organisation_id from talk_due d where d.talk_due_id = p_subject) s
   cross join lateral told_of_case(s.case_id, 4, s.organisation_id) t
   where not p_about_card
   union
  -- an alert: whoever is on call where it is led, though the file is closed to them; one that nobody answers, coordinators
  select w.worker_id
    from safety_alert a join on_call k using (organisation_id) join worker w on w.worker_id = k.worker_id and w.organisation_id = k.organisation_id
   where (select caller_is_system()) and not p_about_card and a.alert_id = p_subject and a.settled_at is null and a.ended_at is null
     and k.removed_at is null and k.from_at <= (select caller_now()) and (select caller_now()) < k.until_at
     and w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
     and exists (select from worker_role x where x.worker_id = w.worker_id and x.role_code in ('CW', 'SUP', 'SHM'))
   union
  select w.worker_id
    from safety_alert_card c join worker w on w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
    join organisation o on o.organisation_id = w.organisation_id and o.competent_authority
    join worker_role x on x.worker_id = w.worker_id and x.role_code = 'NRM'
   where (select caller_is_system()) and p_about_card and c.alert_id = p_subject and c.shown_from <= (select caller_now())
   union
  -- an incident in a house: the desks that look at it
  select w.worker_id
    from incident i
    join worker w on w.organisation_id = i.organisation_id and w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
    join worker_role r on r.worker_id = w.worker_id
   where (select caller_is_system()) and not p_about_card and i.incident_id = p_subject
     and w.worker_id <> i.recorded_by and w.worker_id is distinct from i.conduct_of
     and (r.role_code = 'SHM' and 'MANAGER' = any (i.desks)
          or r.role_code = 'SUP' and ('SUPERVISOR' = any (i.desks) or i.look_by <= (select caller_now())))
     and not exists (select from incident_person p where p.incident_id = i.incident_id and tied(w.worker_id, p.case_id))
   union
  -- what an organisation overlooks: coordinators
  select w.worker_id
    from overlooked v join worker w on w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
    join organisation o on o.organisation_id = w.organisation_id and o.competent_authority
    join worker_role x on x.worker_id = w.worker_id and x.role_code = 'NRM'
   where (select caller_is_system()) and p_about_card and v.overlooked_id = p_subject
   union
  -- an hour of a counsellor, that somebody supervises them, and how much they carry: they, and the house's supervisors; nobody's file is asked
  select w.worker_id
    from (select h.organisation_id, h.counsellor_id, null::uuid other, true theirs from sitting h where h.sitting_id = p_subject
           union all select c.organisation_id, c.counsellor_id, c.supervisor_id, true from clinical_supervision c where c.supervision_id = p_subject
           union all select l.organisation_id, l.counsellor_id, null, false from caseload_warning l where l.warning_id = p_subject) s
    join worker w on w.organisation_id = s.organisation_id and w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
   where (select caller_is_system()) and not p_about_card
     and (s.theirs and w.worker_id in (s.counsellor_id, s.other)
          or w.worker_id <> s.counsellor_id
             and exists (select from worker_role x where x.worker_id = w.worker_id and x.role_code = 'SUP'))
$$;
