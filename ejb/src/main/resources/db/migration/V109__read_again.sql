-- What a last reading of the newest parts found: a follow-up that was lost or kept against her word, a no that could be written down for
-- a day to come, and the authority that leads her case and was asked to notify itself.

-- ---- the next date of a closed file: what she says last of being asked how she is, after the closing was proposed; a yes that she gives
-- anew counts as one, a no that she says otherwise than by taking a yes back counts, too
create or replace function next_due_of(p_case uuid) returns date
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select case
    when f.status = 'CLOSED' then (
      select coalesce(
        (select (e.closed_at + (select value from setting where name = 'first-follow-up-after'))::date
           from closing k where k.case_id = e.case_id and k.episode_no = e.episode_no and k.approved_at is not null and k.follow_up = 'YES'
            and coalesce((select a.answer from purpose_answer a
                           where a.case_id = k.case_id and a.purpose = 'FOLLOWUP_CONTACT' and a.given_at > k.proposed_at
                           order by a.given_at desc, a.said_as desc limit 1), 'AGREED') = 'AGREED'),
        kept_until(e.case_id, e.closed_at))
        from case_episode e where e.case_id = f.case_id and e.episode_no = f.episode_no)
    else least(
      next_due_while_open(f.case_id),
      (select k.proposed_at::date from closing k
        where k.case_id = f.case_id and k.withdrawn_at is null and k.sent_back_at is null and k.approved_at is null),
      (select e.opened_at::date from case_episode e
        where e.case_id = f.case_id and e.episode_no = f.episode_no and f.status = 'REOPENED'))
    end
    from case_file f where f.case_id = p_case
$$;

-- ---- as in V103, but that a yes is taken back neither for a day to come nor for one before it was given
create or replace function purpose_answer_rule() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare k purpose_asked; newest purpose_answer; is_child boolean;
begin
  if caller_worker() is null then
    return new;   -- nobody's: fixtures of the owner
  end if;
  if new.takes_back is not null then
    perform 1 from case_file where case_id = new.case_id for no key update;
    select * into newest from purpose_answer where case_id = new.case_id and purpose = new.purpose order by given_at desc, said_as desc limit 1;
    if newest.purpose_answer_id is distinct from new.takes_back or newest.answer <> 'AGREED' then
      raise exception 'said otherwise meanwhile' using errcode = '40001';
    end if;
    if new.given_at > caller_now() or new.given_at < newest.given_at then
      raise exception 'not permitted' using errcode = '42501';
    end if;
    return new;
  end if;
  select * into k from purpose_asked where purpose = new.purpose;
  -- who came as a child and is 18 by a birth date that nobody doubts is asked as an adult
  select m.child and (i.maybe_child or i.age_basis in ('PRESUMED_CHILD', 'ASSESSMENT_PENDING', 'ASSESSED_CHILD') or i.birth_date is null
                      or i.birth_date > (caller_now() at time zone 'UTC')::date - interval '18 years')
    into is_child from identity_minimum m join identity i using (case_id) where m.case_id = new.case_id;
  if k.purpose is null or is_child is null or not k.asked_by && caller_roles() or not (case when is_child then k.of_children else k.of_adults end)
     or new.given_at > caller_now()
     or new.until_at > new.given_at + least(k.longest, (select value from setting where name = 'consent-longest'))
     or new.answer = 'AGREED' and k.recipients = 'NAMED' and new.named is null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if new.giver <> 'SELF' and not is_child then
    raise exception 'does not stand for her' using errcode = 'AL031';
  end if;
  return new;
end $$;

-- ---- where the authority itself takes over the lead, nothing of a notification goes to it: nobody there is asked to propose it, to agree to it
-- or to tell her of it
create function led_by_notified(p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from case_file f join jurisdiction j on j.authority_id = f.lead_organisation_id where f.case_id = p_case)
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
$$;

create or replace function disclosure_asked_anew(p_handover uuid) returns table (disclosure_id uuid, desk text, organisation_id uuid)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with waiting as (select d.*, disclosure_turn(d.disclosure_id) turn from handover h join disclosure d using (case_id)
                    where h.handover_id = p_handover and may_handover(p_handover) and disclosure_turn(d.disclosure_id) is not null
                      and not (led_by_notified(d.case_id) and exists (select from notification n where n.disclosure_id = d.disclosure_id)))
  select w.disclosure_id, w.turn, s from waiting w cross join lateral disclosure_sitters(w.case_id, w.turn, w.proposed_by) s
   union
  select w.disclosure_id, w.turn, caller_organisation() from waiting w where w.turn = 'SUP' and caller_is('SUP')
$$;

-- what was to be proposed, or was and nobody agreed yet, ends with it; answers of which case, and what ended: the clock, the proposal
create function notification_ends_with_lead(p_handover uuid, out case_id uuid, out duty_id uuid, out disclosure_id uuid)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare k uuid;
begin
  select h.case_id into k from handover h where h.handover_id = p_handover;
  if not found or not may_handover(p_handover) or not led_by_notified(k) then
    return;
  end if;
  case_id := k;
  update notification_duty d set ended_at = caller_now() where d.case_id = k and d.ended_at is null returning d.duty_id into duty_id;
  update disclosure d set taken_back_at = caller_now(), taken_back_by = caller_worker()
   where d.case_id = k and num_nonnulls(d.taken_back_at, d.refused_at, d.recorded_at) = 0
     and exists (select from notification n where n.disclosure_id = d.disclosure_id)
  returning d.disclosure_id into disclosure_id;
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function notification_ends_with_lead(uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function notification_ends_with_lead(uuid), led_by_notified(uuid) from public;
grant execute on function notification_ends_with_lead(uuid) to alongside_app;
grant execute on function led_by_notified(uuid) to alongside_gatekeeper;

-- ---- whom to tell of a task is asked through told_of_task alone, which leaves out who has a tie to her; what it wraps is nobody's to call
revoke all on function told_of_other_task(uuid, boolean), told_of_task_but_handovers(uuid, boolean), told_of_task_but_disclosures(uuid, boolean),
  told_of_task_but_duties(uuid, boolean), told_of_task_tied_or_not(uuid, boolean) from alongside_app;
