-- Who stands for a child: a person with a mandate, a status and a period (category identity). Who is excluded (category safety) stands
-- for her no more from that instant, whatever the mandate said; a consent names who gave it, and nobody who is excluded gives one.

insert into setting (name, value, basis) values
  ('guardian-provisional-within', '1 day', 'DL23: provisional the same day'),
  ('guardian-appointed-within', '7 days', 'DL23: appointed as soon as possible, target 5 working days');

create table guardian (
  guardian_id         uuid primary key,
  case_id             uuid not null references case_file,
  type                text not null,
  name                text check (length(name) between 1 and 120),
  relation            text,
  powers              text[] not null default '{}' check (powers <@ array['CONSENT','MEDICAL','LEGAL']),
  order_reference     text check (length(order_reference) between 1 and 120),
  mandate_from        timestamptz,
  mandate_until       timestamptz,
  conflict_checked_by text check (length(conflict_checked_by) between 1 and 120),
  conflict_checked_at timestamptz,
  needed_at           timestamptz,
  requested_at        timestamptz,
  temporary_at        timestamptz,
  appointed_at        timestamptz,
  review_at           timestamptz,
  replaced_at         timestamptz,
  ended_at            timestamptz,
  recorded_at         timestamptz not null,
  recorded_by         uuid not null references worker,
  version             int not null default 0,
  status text not null generated always as (case
    when replaced_at is not null then 'REPLACED' when ended_at is not null then 'ENDED' when review_at is not null then 'CONFLICT_REVIEW'
    when appointed_at is not null then 'APPOINTED' when temporary_at is not null then 'TEMPORARY'
    when requested_at is not null then 'REQUESTED' when needed_at is not null then 'NEEDED' else 'NOT_NEEDED' end) stored,
  check (type <> 'EXCLUDED'),
  check (mandate_from < mandate_until),
  check ((conflict_checked_by is null) = (conflict_checked_at is null)),
  check (requested_at is null or needed_at is not null),
  check (temporary_at is null and appointed_at is null or num_nonnulls(name, relation) > 0),
  check (appointed_at is null or num_nonnulls(name, order_reference, conflict_checked_by) = 3),
  check (review_at is null or needed_at is null or temporary_at is not null or appointed_at is not null),
  check (replaced_at is null or review_at is not null),
  check (replaced_at is null or ended_at is null)
);
comment on table guardian is 'Who stands for a child, or that somebody is needed; category identity. NOT_NEEDED: a parent or carer whom nobody has to appoint';
comment on column guardian.name is 'Null where an intake told only what that person is to her, or nobody is found yet';
create index guardian_case on guardian (case_id);

alter table excluded_person
  add column name text check (length(name) between 1 and 120),
  add column guardian_id uuid references guardian;
comment on column excluded_person.name is 'Null: excluded is whoever has that relation to her, until it is said who it is';
comment on column excluded_person.guardian_id is 'Who stood for her until then';

-- ---- whether somebody is excluded: that very person, one of that name, or one of that relation where either name is not known
create function is_excluded(p_case uuid, p_guardian uuid, p_name text, p_relation text) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from excluded_person e
                  where e.case_id = p_case
                    and (e.guardian_id = p_guardian or lower(e.name) = lower(p_name)
                         or e.relation = p_relation and (e.name is null or p_name is null)))
$$;

-- ---- what was known before: who consented at intake, or was named as her guardian without a word of a mandate
alter table child_protection no force row level security;
alter table case_file no force row level security;
alter table excluded_person no force row level security;
alter table consent no force row level security;
insert into guardian (guardian_id, case_id, type, name, relation, powers, temporary_at, needed_at, recorded_at, recorded_by)
  select gen_random_uuid(), cp.case_id,
         case when cp.consent_giver = 'CAREGIVER' and (cp.giver_relation = 'PARENT' or cp.giver_right = 'PARENTAL') then 'PARENT'
              when cp.consent_giver = 'CAREGIVER' then 'CAREGIVER' else 'LEGAL_GUARDIAN' end,
         nullif(btrim(cp.guardian_name), ''), case when cp.consent_giver in ('CAREGIVER', 'GUARDIAN') then cp.giver_relation end,
         case when cp.consent_giver in ('CAREGIVER', 'GUARDIAN') then array['CONSENT'] else '{}' end,
         case when cp.consent_giver = 'GUARDIAN' then f.opened_at end,
         case when cp.consent_giver not in ('CAREGIVER', 'GUARDIAN') then f.opened_at end,
         f.opened_at, f.opened_by
    from child_protection cp join case_file f using (case_id)
   where cp.consent_giver in ('CAREGIVER', 'GUARDIAN') and num_nonnulls(nullif(btrim(cp.guardian_name), ''), cp.giver_relation) > 0
      or nullif(btrim(cp.guardian_name), '') is not null;
update guardian g set ended_at = e.recorded_at
  from excluded_person e
 where e.case_id = g.case_id and is_excluded(g.case_id, g.guardian_id, g.name, g.relation);
alter table child_protection drop column guardian_name;

alter table consent
  add column guardian_id uuid references guardian,
  add column withdraw_reason text check (withdraw_reason is null or withdraw_reason = 'GIVER_EXCLUDED' and withdrawn_at is not null);
comment on column consent.guardian_id is 'Which of those who stand for her gave it; null: she herself, or nobody who stands for her';
comment on column consent.withdraw_reason is 'Null: at her word';
update consent c set guardian_id = g.guardian_id
  from guardian g
 where g.case_id = c.case_id and c.giver in ('CAREGIVER', 'GUARDIAN') and c.giver_relation = g.relation;
alter table child_protection force row level security;
alter table case_file force row level security;
alter table excluded_person force row level security;
alter table consent force row level security;
create index consent_guardian on consent (guardian_id) where guardian_id is not null;
create index excluded_person_guardian on excluded_person (guardian_id) where guardian_id is not null;

alter table guardian enable row level security, force row level security;
create policy by_function on guardian to alongside_gatekeeper using (true) with check (true);
create policy granted on guardian for select to alongside_app using (may('read', case_id, 1));
create policy written on guardian for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and leads(case_id) and may('write', case_id, 1));
create policy changed on guardian for update to alongside_app using (leads(case_id) and may('write', case_id, 1));
grant select, insert on guardian to alongside_app;
grant update (name, relation, powers, order_reference, mandate_from, mandate_until, conflict_checked_by, conflict_checked_at, requested_at,
              temporary_at, appointed_at, review_at, replaced_at, ended_at, version) on guardian to alongside_app;
grant select, update on guardian to alongside_gatekeeper;
grant update (withdraw_reason) on consent to alongside_app;
create trigger told after insert or update on guardian for each row execute function tell_case('1');
create trigger only_while_open before insert on guardian for each row execute function only_while_open();

-- who is excluded is said by those who lead, each in their own name
drop policy written on excluded_person;
create policy written on excluded_person for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and leads(case_id) and may('write', case_id, 512));
create trigger only_while_open before insert on excluded_person for each row execute function only_while_open();

-- ---- what happened stays; who is excluded never stands for her again
create function guardian_stands() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (
       old.requested_at is not null and new.requested_at is distinct from old.requested_at
    or old.temporary_at is not null and new.temporary_at is distinct from old.temporary_at
    or old.appointed_at is not null and new.appointed_at is distinct from old.appointed_at
    or old.review_at is not null and new.review_at is distinct from old.review_at
    or num_nonnulls(old.replaced_at, old.ended_at) > 0) then
    raise exception 'it happened' using errcode = '40001';
  end if;
  if num_nonnulls(new.replaced_at, new.ended_at) = 0 and is_excluded(new.case_id, new.guardian_id, new.name, new.relation) then
    raise exception 'excluded' using errcode = 'AL030';
  end if;
  return new;
end $$;
create trigger guardian_stands before insert or update on guardian for each row execute function guardian_stands();

create function exclusion_ends_mandate() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update guardian g set ended_at = coalesce(caller_now(), new.recorded_at), version = version + 1
   where g.case_id = new.case_id and g.ended_at is null and g.replaced_at is null
     and is_excluded(g.case_id, g.guardian_id, g.name, g.relation);
  return null;
end $$;
create trigger exclusion_ends_mandate after insert on excluded_person for each row execute function exclusion_ends_mandate();

-- ---- who may give a consent for her: one who stands for her, with that power, in that period, and is neither excluded nor under review
create function consent_by_who_stands() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare g guardian; n timestamptz := caller_now();
begin
  if n is null then
    return new;   -- nobody's: fixtures of the owner
  end if;
  if new.giver in ('CAREGIVER', 'GUARDIAN') then
    select * into g from guardian where guardian_id = new.guardian_id and case_id = new.case_id for share;
    if not found or g.status not in ('NOT_NEEDED', 'TEMPORARY', 'APPOINTED') or not 'CONSENT' = any (g.powers)
       or g.mandate_from > least(new.given_at, n) or g.mandate_until <= n
       or is_excluded(g.case_id, g.guardian_id, g.name, g.relation) then
      raise exception 'does not stand for her' using errcode = 'AL031';
    end if;
  elsif new.guardian_id is not null
        or new.giver <> 'SELF' and exists (select from excluded_person e where e.case_id = new.case_id and e.relation = new.giver_relation) then
    raise exception 'does not stand for her' using errcode = 'AL031';
  end if;
  return new;
end $$;
create trigger consent_by_who_stands before insert on consent for each row execute function consent_by_who_stands();

-- ---- consents that somebody gave who is excluded now and that were not ended: none after the transaction that excludes
create function consents_by_excluded(p_case uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select c.consent_id
    from consent c left join guardian g using (guardian_id)
   where c.case_id = p_case and c.withdrawn_at is null and c.giver <> 'SELF'
     and case when c.guardian_id is null
              then exists (select from excluded_person e where e.case_id = c.case_id and e.relation = c.giver_relation)
              else is_excluded(c.case_id, c.guardian_id, g.name, g.relation) end
     and (caller_worker() is null or may('read', p_case, 2048) and leads(p_case))
$$;
create function no_consent_of_excluded() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null and exists (select from consents_by_excluded(new.case_id)) then
    raise exception 'a consent of somebody excluded' using errcode = 'AL032';
  end if;
  return null;
end $$;
create constraint trigger no_consent_of_excluded after insert on excluded_person deferrable initially deferred
  for each row execute function no_consent_of_excluded();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['guardian_stands()', 'exclusion_ends_mandate()', 'consent_by_who_stands()', 'consents_by_excluded(uuid)',
                           'no_consent_of_excluded()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function is_excluded(uuid, uuid, text, text) from public;
grant execute on function is_excluded(uuid, uuid, text, text) to alongside_app, alongside_gatekeeper;
grant execute on function consents_by_excluded(uuid) to alongside_app;
