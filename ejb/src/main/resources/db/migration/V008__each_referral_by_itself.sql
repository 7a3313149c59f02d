-- What acceptance opens stays with those who were assigned to that referral, and a recipient never acts as the lead.

-- ---- an assignment under a referral is reached by the grants of that referral alone
alter table assignment add column referral_id uuid;
comment on column assignment.referral_id is 'Under which referral they work on it; null: for the lead';
create index assignment_referral on assignment (referral_id) where referral_id is not null;

create or replace function access_of(p_case uuid, p_now timestamptz)
returns table (case_id uuid, holder_id uuid, valid_from timestamptz, valid_until timestamptz, seen_mask int, min_mask int,
               read_mask int, consented_min_mask int, consented_mask int, write_mask int)
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  with reached as (
         select gr.case_id, gr.worker_id holder_id, gr.category, gr.level, gr.basis,
                gr.valid_from f, least(gr.valid_until, gr.ended_at) u
           from access_grant gr where gr.worker_id is not null and (p_case is null or gr.case_id = p_case)
         union all
         select gr.case_id, h.holder_id, gr.category, gr.level, gr.basis,
                greatest(gr.valid_from, a.from_at), least(gr.valid_until, gr.ended_at, a.until_at)
           from access_grant gr
           join assignment a on a.case_id = gr.case_id and a.organisation_id = gr.organisation_id
            and a.referral_id is not distinct from gr.referral_id
          cross join lateral (values (a.worker_id), (a.team_id)) h (holder_id)
          where gr.worker_id is null and h.holder_id is not null and (p_case is null or gr.case_id = p_case)),
       g as (select r.*, 1 << r.category bit from reached r where r.f < r.u and r.u > p_now),
       b as (select g.case_id, g.holder_id, f t from g union select g.case_id, g.holder_id, u from g),
       s as (select b.case_id, b.holder_id, t f, lead(t) over (partition by b.case_id, b.holder_id order by t) u from b)
  select s.case_id, s.holder_id, s.f, s.u, bit_or(bit),
         coalesce(bit_or(bit) filter (where level in ('F','R','M')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R','M') and basis <> 'LEAD'), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R') and basis <> 'LEAD'), 0),
         coalesce(bit_or(bit) filter (where level in ('F','W')), 0)
    from s join g on g.case_id = s.case_id and g.holder_id = s.holder_id and g.f <= s.f and g.u >= s.u
   where s.u > s.f and s.u > p_now
   group by 1, 2, 3, 4
$$;

-- those assigned before: acceptance wrote grants and assignment in one instant (the owner is bound too, so for this alone not)
alter table assignment no force row level security;
alter table access_grant no force row level security;
update assignment a set referral_id = g.referral_id
  from (select distinct case_id, organisation_id, valid_from, referral_id from access_grant where basis = 'REFERRAL' and category = 11) g
 where g.case_id = a.case_id and g.organisation_id = a.organisation_id and g.valid_from = a.from_at;
alter table assignment force row level security;
alter table access_grant force row level security;

-- ---- who leads, and who works on a referral
create function leads(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from case_file where case_id = p_case and lead_organisation_id = caller_organisation())
$$;
create function works_on(p_referral uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from assignment a
                  where a.referral_id = p_referral and (a.worker_id = any (caller_holders()) or a.team_id = any (caller_holders()))
                    and a.from_at <= caller_now() and (a.until_at is null or caller_now() < a.until_at))
$$;

-- consents and what was told to authorities are the lead's to write, in one's own name; a withdrawal stands
drop policy written on record_to_keep;
create policy written on record_to_keep for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and may('write', case_id, 2048) and leads(case_id));
drop policy written on child_notification;
create policy written on child_notification for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and may('write', case_id, 2048) and leads(case_id));
drop policy written on consent;
create policy written on consent for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and withdrawn_at is null and may('write', case_id, 2048) and leads(case_id));
drop policy changed on consent;
create policy changed on consent for update to alongside_app
  using (withdrawn_at is null and may('write', case_id, 2048) and leads(case_id))
  with check (withdrawn_by = (select caller_worker()) and withdrawn_at is not null);

-- a referral is handed in by the lead in one's own name, not yet agreed to by anybody; a recipient finds it once it works on it
drop policy handed_in on referral;
create policy handed_in on referral for insert to alongside_app with check (
  sender_organisation_id = (select caller_organisation()) and submitted_by = (select caller_worker())
  and approved_at is null and reviewed_at is null and may('write', case_id, 2048) and leads(case_id));
drop policy party on referral;
create policy party on referral for select to alongside_app using (
  (sender_organisation_id = (select caller_organisation())
   or recipient_organisation_id = (select caller_organisation()) and works_on(referral_id))
  and (may('read', case_id, 2048) or may('write', case_id, 2048)));
drop policy changed on referral;
create policy changed on referral for update to alongside_app using (
  (sender_organisation_id = (select caller_organisation())
   or recipient_organisation_id = (select caller_organisation()) and works_on(referral_id))
  and (may('read', case_id, 2048) or may('write', case_id, 2048)));

-- ---- what each party may change of a card and of a referral: columns are a privilege of the role, and both parties have one role
create function card_by_party() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare
  theirs constant text[] := array['received_at', 'received_by', 'question', 'asked_at', 'waitlisted_at', 'waitlist_review_at',
    'accepted_at', 'accepted_by', 'contact_by', 'declined_at', 'decline_reason', 'first_contact_at', 'not_attended_at',
    'completed_at', 'outcome'];
  processes constant text[] := array['reminded_at', 'escalated_at', 'expired_at'];
  always constant text[] := array['status', 'version'];
begin
  if caller_worker() is null then
    return new;
  end if;
  if caller_is_system() then
    if to_jsonb(new) - (processes || always) <> to_jsonb(old) - (processes || always)
       or new.status is distinct from old.status and new.status <> 'EXPIRED' then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif new.recipient_organisation_id = caller_organisation() then
    if to_jsonb(new) - (theirs || always || array['answer', 'answered_at']) <> to_jsonb(old) - (theirs || always || array['answer', 'answered_at'])
       or new.answer is distinct from old.answer and new.answer is not null
       or new.answered_at is distinct from old.answered_at and new.answered_at is not null
       or old.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED','IN_SERVICE')
       or new.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','DECLINED','ACCEPTED','IN_SERVICE','NO_SHOW','COMPLETED')
       or old.status in ('ACCEPTED','IN_SERVICE') and new.status not in ('ACCEPTED','IN_SERVICE','NO_SHOW','COMPLETED') then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif (select bool_or(to_jsonb(new) -> k <> to_jsonb(old) -> k) from unnest(theirs || processes) k) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger by_party before update on referral_card for each row execute function card_by_party();

create function referral_by_party() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare
  theirs constant text[] := array['feedback', 'version'];
begin
  if caller_worker() is null then
    return new;
  end if;
  if new.recipient_organisation_id = caller_organisation() then
    if to_jsonb(new) - theirs <> to_jsonb(old) - theirs then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif new.feedback is distinct from old.feedback
     or new.submitted_by is distinct from old.submitted_by and new.submitted_by is distinct from caller_worker()
     or new.approved_by is distinct from old.approved_by and new.approved_by is distinct from caller_worker()
     or new.sent_back_by is distinct from old.sent_back_by and new.sent_back_by is distinct from caller_worker()
     or new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by is distinct from caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger by_party before update on referral for each row execute function referral_by_party();

-- a card that is handed in again tells what is known of her then
grant update (age_band, sex, child, language, interpreter, accessibility, region) on referral_card to alongside_app;

-- ---- the lead's own grants: the one who leads works there
create or replace function lead_open(p_case uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c case_file;
begin
  select * into c from case_file where case_id = p_case for update;
  if not found or c.opened_by is distinct from caller_worker() or c.lead_organisation_id is distinct from caller_organisation()
     or not exists (select from team where team_id = c.lead_team_id and organisation_id = c.lead_organisation_id)
     or not exists (select from worker where worker_id = c.lead_worker_id and organisation_id = c.lead_organisation_id)
     or exists (select from access_grant where case_id = p_case) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
    values (gen_random_uuid(), p_case, c.lead_organisation_id, c.lead_team_id, c.lead_worker_id, caller_now(), caller_worker());
  insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
    select gen_random_uuid(), p_case, c.lead_organisation_id, d.category,
           case d.code when 'counselling_notes' then 'E'
                       when 'shelter_placement' then 'M' when 'health' then 'M' when 'legal' then 'M'
                       else 'F' end,
           'LEAD', caller_now(), 'infinity', caller_worker()
      from data_category d where d.code not in ('law_enforcement_intelligence', 'statistics');
end $$;

-- ---- who accepts holds the consent first and the card second, as a withdrawal does: no two wait for each other
create function hold_consent(p_referral uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform 1 from consent c join referral r on r.consent_id = c.consent_id
    where r.referral_id = p_referral and r.recipient_organisation_id = caller_organisation()
    for share of c;
end $$;

-- ---- acceptance opens what she agreed to for this recipient, what the sender chose, as deep as the serving roles may ever see,
-- to those assigned under this referral; never what still waits for a second person
create or replace function open_on_acceptance(p_referral uuid, p_team uuid, p_worker uuid) returns smallint[]
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  card referral_card; r referral; c consent; opened smallint[]; n timestamptz := caller_now();
begin
  select * into card from referral_card where referral_id = p_referral for update;
  if not found or card.recipient_organisation_id is distinct from caller_organisation()
     or caller_mask('seen') & 2048 = 0 or card.sent_at is null
     or card.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED')
     or card.status <> 'WAITLISTED' and card.expires_at <= n then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform 1 from team t join worker w using (organisation_id)
    where t.team_id = p_team and w.worker_id = p_worker and t.organisation_id = card.recipient_organisation_id and w.left_at is null;
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into r from referral where referral_id = p_referral for update;
  if not found or r.recipient_organisation_id <> card.recipient_organisation_id or r.approval = 'BEFORE' and r.approved_at is null
     or exists (select from access_grant where referral_id = p_referral) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into c from consent where consent_id = r.consent_id for share;
  if c.withdrawn_at is not null or c.expires_at <= n or c.recipient_organisation_id <> card.recipient_organisation_id
     or c.case_id <> r.case_id then
    raise exception 'consent ended' using errcode = 'AL001';
  end if;
  if exists (select from conflict_declaration d
              where d.case_id = r.case_id and d.worker_id in (p_worker, caller_worker()) and d.lifted_at is null) then
    raise exception 'conflict of interest' using errcode = 'AL002';
  end if;
  select array_agg(d.category order by d.category) into opened
    from data_category d
   where d.category = any (c.categories) and d.category = any (r.categories)
     and exists (select from role_category rc join service_role sr using (role_code)
                  where sr.service_type = card.service_type and rc.category = d.category and rc.access in ('F','R','W','M','C','E'));
  insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by, referral_id)
    values (gen_random_uuid(), r.case_id, card.recipient_organisation_id, p_team,
            case (select reach from team where team_id = p_team) when 'SHIFT' then null else p_worker end, n, caller_worker(), p_referral);
  insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
    select gen_random_uuid(), r.case_id, card.recipient_organisation_id, k,
           (select case when bool_or(rc.access in ('F','R','C')) then 'R' when bool_or(rc.access = 'M') then 'M' else 'E' end
              from role_category rc join service_role sr using (role_code)
             where sr.service_type = card.service_type and rc.category = k),
           'REFERRAL', p_referral, c.consent_id, n, c.expires_at, caller_worker()
      from unnest(opened) k where k <> 11
    union all   -- its own side of the referral, to report back
    select gen_random_uuid(), r.case_id, card.recipient_organisation_id, 11, 'W', 'REFERRAL', p_referral, c.consent_id, n, c.expires_at, caller_worker();
  return coalesce(opened, '{}');
end $$;

-- ---- every grant of a referral ends, also one that began while the caller waited for the card; after completion they go on,
-- read-only for a time and then as existence alone
create or replace function grants_end_for_referral(p_referral uuid, p_reason text, p_readable_until timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare r referral; n timestamptz := caller_now(); ended int;
begin
  select * into r from referral where referral_id = p_referral;
  if not found or not (caller_is_system()
                       or r.sender_organisation_id = caller_organisation() and may('seen', r.case_id, 0)
                       or r.recipient_organisation_id = caller_organisation() and works_on(p_referral)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  with gone as (
         update access_grant set ended_at = n, ended_by = caller_worker(), end_reason = p_reason
          where referral_id = p_referral and ended_at is null
         returning *),
       kept as (
         select case_id, organisation_id, category, level, basis, consent_id, least(valid_until, p_readable_until) until
           from gone where p_readable_until is not null and category <> 11
         union all
         select distinct on (organisation_id) case_id, organisation_id, category, 'W', basis, consent_id, least(valid_until, p_readable_until)
           from gone where p_readable_until is not null and category = 11
         union all
         select distinct on (organisation_id) case_id, organisation_id, category, 'E', basis, consent_id, 'infinity'::timestamptz
           from gone where p_readable_until is not null and category = 11),
       made as (
         insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
         select gen_random_uuid(), case_id, organisation_id, category, level, basis, p_referral, consent_id, n, until, caller_worker()
           from kept where until > n)
  select count(*) into ended from gone;
  return ended;
end $$;

create or replace function grants_end_for_consent(p_consent uuid) returns int
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c consent; ended int;
begin
  select * into c from consent where consent_id = p_consent;
  if not found or not may('write', c.case_id, 2048) or not leads(c.case_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update access_grant set ended_at = caller_now(), ended_by = caller_worker(), end_reason = 'CONSENT_WITHDRAWN'
   where consent_id = p_consent and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function leads(uuid) owner to alongside_gatekeeper;
alter function works_on(uuid) owner to alongside_gatekeeper;
alter function hold_consent(uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function leads(uuid), works_on(uuid), hold_consent(uuid), card_by_party(), referral_by_party() from public;
grant execute on function leads(uuid), works_on(uuid), hold_consent(uuid) to alongside_app;
grant execute on function works_on(uuid), leads(uuid), may(text, uuid, int) to alongside_gatekeeper;
