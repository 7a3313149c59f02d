-- A guardian who signs in. Somebody with a mandate for a child is named as one worker here by those who lead, a second person agrees, and
-- what the matrix gives a guardian opens to that one worker, for as long as the mandate runs. Whatever ends the mandate ends it in the same
-- statement, and nothing opens again by itself. What the matrix makes conditional (health, where she lives) the mandate does not open: that
-- needs a word to the guardian's organisation that the guardian did not give. Everything here is written by the functions below alone.

create table guardian_sign_in (
  sign_in_id      uuid primary key,
  guardian_id     uuid not null references guardian,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  worker_id       uuid not null references worker,
  named_at        timestamptz not null,
  named_by        uuid not null references worker,
  agreed_at       timestamptz,
  agreed_by       uuid references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  end_reason      text check (end_reason in ('TAKEN_BACK','REFUSED','CLOSED','MANDATE','WORKER','CASE_CLOSED','LEAD')),
  check ((agreed_at is null) = (agreed_by is null)),
  check ((ended_at is null) = (end_reason is null)),
  check (agreed_by <> named_by),
  check (worker_id <> named_by and worker_id is distinct from agreed_by),
  check (end_reason <> 'REFUSED' or agreed_at is null)
);
comment on table guardian_sign_in is 'Which worker is that guardian, who named them and who agreed; category identity. Opens nothing until a second person agreed';
comment on column guardian_sign_in.end_reason is 'MANDATE: it ended, is doubted, or is somebody else''s now. WORKER: they left, are no guardian here any more or may not know her; never which';
create unique index guardian_sign_in_one on guardian_sign_in (guardian_id) where ended_at is null;
create index guardian_sign_in_case on guardian_sign_in (case_id);
create index guardian_sign_in_worker on guardian_sign_in (worker_id) where ended_at is null;
create index guardian_sign_in_waiting on guardian_sign_in (named_at) where agreed_at is null and ended_at is null;

alter table guardian_sign_in enable row level security, force row level security;
create policy by_function on guardian_sign_in to alongside_gatekeeper using (true) with check (true);
create policy known on guardian_sign_in for select to alongside_app using (
  may('read', case_id, 1) and (worker_id = (select caller_worker()) or leads(case_id)));
grant select on guardian_sign_in to alongside_app;
grant select, insert, update on guardian_sign_in to alongside_gatekeeper;
create trigger told after insert or update on guardian_sign_in for each row execute function tell_lead();

alter table access_grant add column sign_in_id uuid references guardian_sign_in;
create index access_grant_sign_in on access_grant (sign_in_id) where sign_in_id is not null;
alter table access_grant add constraint guardian_bounds check (
  (basis <> 'GUARDIAN' or sign_in_id is not null)
  and (sign_in_id is null or worker_id is not null and referral_id is null and level in ('R','M','E')
       and (basis = 'GUARDIAN' or basis = 'CONSENT' and consent_id is not null)));

-- ---- the time line as in V087, but that a mandate is no word of hers: what is conditional does not open by it, and what she keeps from
-- the guardian's organisation closes it, as it closes what rests on her word
create or replace function access_of_case(p_case uuid, p_now timestamptz)
returns table (case_id uuid, holder_id uuid, valid_from timestamptz, valid_until timestamptz, seen_mask int, min_mask int,
               read_mask int, consented_min_mask int, consented_mask int, write_mask int)
language sql stable parallel safe
set search_path = pg_catalog, alongside, pg_temp set plan_cache_mode = force_generic_plan as $$
  with given as (
         select gr.case_id, gr.organisation_id, gr.worker_id, gr.referral_id, gr.category, gr.basis, gr.valid_from, gr.valid_until, gr.ended_at,
                gr.level in ('F','W') writes,
                case when x.part is null then gr.level
                     when x.part = 'BEYOND_MINIMUM' then case when gr.level in ('F','R') then 'M' else gr.level end
                     when gr.level in ('F','W') then 'W'
                     when gr.level = 'E' then 'E' end as level
           from access_grant gr
           left join exclusion x on x.case_id = gr.case_id and x.organisation_id = gr.organisation_id and x.category = gr.category
            and x.lifted_at is null and gr.basis in ('CONSENT','REFERRAL','GUARDIAN')
          where gr.case_id = p_case),
       reached as (
         select gr.case_id, gr.worker_id holder_id, gr.category, gr.level, gr.writes, gr.basis,
                gr.valid_from f, least(gr.valid_until, gr.ended_at) u
           from given gr where gr.worker_id is not null and gr.level is not null
         union all
         select gr.case_id, h.holder_id, gr.category, gr.level, gr.writes, gr.basis,
                greatest(gr.valid_from, a.from_at), least(gr.valid_until, gr.ended_at, a.until_at)
           from given gr
           join assignment a on a.case_id = gr.case_id and a.organisation_id = gr.organisation_id
            and a.referral_id is not distinct from gr.referral_id
          cross join lateral (values (a.worker_id), (a.team_id)) h (holder_id)
          where gr.worker_id is null and h.holder_id is not null and gr.level is not null),
       g as (select r.*, 1 << r.category bit from reached r where r.f < r.u and r.u > p_now),
       b as (select g.case_id, g.holder_id, f t from g union select g.case_id, g.holder_id, u from g),
       s as (select b.case_id, b.holder_id, t f, lead(t) over (partition by b.case_id, b.holder_id order by t) u from b)
  select s.case_id, s.holder_id, s.f, s.u, bit_or(bit),
         coalesce(bit_or(bit) filter (where level in ('F','R','M')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R','M') and basis not in ('LEAD','GUARDIAN')), 0),
         coalesce(bit_or(bit) filter (where level in ('F','R') and basis not in ('LEAD','GUARDIAN')), 0),
         coalesce(bit_or(bit) filter (where writes), 0)
    from s join g on g.case_id = s.case_id and g.holder_id = s.holder_id and g.f <= s.f and g.u >= s.u
   where s.u > s.f and s.u > p_now
   group by 1, 2, 3, 4
$$;

-- ---- whether the mandate runs or is to begin, and whether that worker can be the guardian who signs in
create function mandated(g guardian, n timestamptz) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select g.status in ('TEMPORARY', 'APPOINTED') and (g.mandate_until is null or g.mandate_until > n)
     and not is_excluded(g.case_id, g.guardian_id, g.name, g.relation)
$$;

-- of a house that is admitted, never of the one that leads: whoever speaks for her against them if need be is not theirs
create function can_guard(p_worker uuid, p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from worker w join organisation o using (organisation_id) join case_file f on f.case_id = p_case
                  where w.worker_id = p_worker and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now())
                    and exists (select from worker_role r where r.worker_id = w.worker_id and r.role_code = 'GRD')
                    and o.vetted_at is not null and (o.suspended_at is null or o.suspended_at > caller_now())
                    and o.agreement_until >= (caller_now() at time zone 'UTC')::date and o.organisation_id <> f.lead_organisation_id)
     and not tied(p_worker, p_case)
$$;

-- whether two names are of one person: as far as spelling goes, made wider where exclusions are
create function same_name(p_one text, p_other text) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce(lower(p_one) = lower(p_other), false)
$$;

-- what is open to the guardian by the mandate, and by the newest word to their organisation that is not their own
create function sign_in_opens(s guardian_sign_in, g guardian, n timestamptz)
returns table (category smallint, level text, basis text, consent_id uuid, f timestamptz, u timestamptz)
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select m.category, case when m.access in ('F','R','*') then 'R' when m.access = 'M' then 'M' else 'E' end, 'GUARDIAN', null::uuid,
         greatest(n, g.mandate_from), coalesce(g.mandate_until, 'infinity')
    from role_category m where m.role_code = 'GRD' and m.access in ('F','R','*','M','W','E')
   union all
  select m.category, 'R', 'CONSENT', c.consent_id, greatest(n, g.mandate_from), least(c.expires_at, g.mandate_until)
    from consent c join role_category m on m.role_code = 'GRD' and m.access = 'C' and m.category = any (c.categories)
   where c.case_id = s.case_id and c.recipient_organisation_id = s.organisation_id and c.purpose = 'SHARE_REFERRAL'
     and c.withdrawn_at is null and c.given_at <= n and n < c.expires_at
     and not exists (select from guardian o   -- written down twice or not
                      where o.guardian_id = c.guardian_id and (o.guardian_id = s.guardian_id or same_name(o.name, g.name)))
     and greatest(n, g.mandate_from) < least(c.expires_at, g.mandate_until)
     and not exists (select from consent later
                      where later.case_id = c.case_id and later.purpose = c.purpose
                        and later.recipient_organisation_id = c.recipient_organisation_id
                        and (later.given_at, later.recorded_at, later.consent_id) > (c.given_at, c.recorded_at, c.consent_id))
$$;

create function sign_in_end(p_sign_in uuid, p_reason text, n timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update guardian_sign_in set ended_at = n, ended_by = caller_worker(), end_reason = p_reason
   where sign_in_id = p_sign_in and ended_at is null;
  update access_grant set ended_at = n, ended_by = caller_worker(), end_reason = 'SIGN_IN_ENDED'
   where sign_in_id = p_sign_in and ended_at is null and valid_until > n;
end $$;

-- ends what is not to be open any more and opens what is
create function sign_in_keep(p_sign_in uuid, n timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare s guardian_sign_in; g guardian;
begin
  select * into s from guardian_sign_in where sign_in_id = p_sign_in and ended_at is null for update;
  if not found then
    return;
  end if;
  select * into g from guardian where guardian_id = s.guardian_id;
  if not mandated(g, n) then
    perform sign_in_end(p_sign_in, 'MANDATE', n);
    return;
  end if;
  if s.agreed_at is null then
    return;
  end if;
  update access_grant o set ended_at = n, ended_by = caller_worker(), end_reason = 'MANDATE_CHANGED'
   where o.sign_in_id = p_sign_in and o.ended_at is null and o.valid_until > n
     and not exists (select from sign_in_opens(s, g, n) w
                      where (w.category, w.level, w.basis, w.u) = (o.category, o.level, o.basis, o.valid_until)
                        and w.consent_id is not distinct from o.consent_id and (w.f = o.valid_from or greatest(w.f, o.valid_from) <= n));
  insert into access_grant (grant_id, case_id, organisation_id, worker_id, category, level, basis, consent_id, valid_from, valid_until, given_by,
                            sign_in_id)
    select gen_random_uuid(), s.case_id, s.organisation_id, s.worker_id, w.category, w.level, w.basis, w.consent_id, w.f, w.u,
           coalesce(caller_worker(), s.agreed_by), p_sign_in
      from sign_in_opens(s, g, n) w
     where not exists (select from access_grant o
                        where o.sign_in_id = p_sign_in and o.ended_at is null and o.category = w.category and o.basis = w.basis
                          and o.valid_until > n and o.consent_id is not distinct from w.consent_id);
end $$;

-- ---- naming, agreeing, closing: each by those who lead; nobody agrees to whom they named
create function sign_in_name(p_sign_in uuid, p_guardian uuid, p_worker uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare g guardian; n timestamptz := caller_now();
begin
  select * into g from guardian where guardian_id = p_guardian for update;
  if not found or not caller_is('CW') or not leads(g.case_id) or not may('write', g.case_id, 1) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if not mandated(g, n) or not exists (select from case_file f where f.case_id = g.case_id and case_is_open(f.status)) then
    raise exception 'no mandate' using errcode = 'AL033';
  end if;
  if p_worker = caller_worker() or not can_guard(p_worker, g.case_id) then
    raise exception 'no guardian here' using errcode = 'AL034';
  end if;
  insert into guardian_sign_in (sign_in_id, guardian_id, case_id, organisation_id, worker_id, named_at, named_by)
    select p_sign_in, p_guardian, g.case_id, w.organisation_id, w.worker_id, n, caller_worker() from worker w where w.worker_id = p_worker;
end $$;

create function sign_in_agree(p_sign_in uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare s guardian_sign_in; g guardian; n timestamptz := caller_now();
begin
  -- the guardian first, as whatever ends the mandate does, so that no two wait for each other
  select o.* into g from guardian o where o.guardian_id = (select i.guardian_id from guardian_sign_in i where i.sign_in_id = p_sign_in) for share;
  select * into s from guardian_sign_in where sign_in_id = p_sign_in for update;
  if not found or not caller_is('SUP') or not leads(s.case_id) or not may('read', s.case_id, 1) or s.named_by = caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if num_nonnulls(s.agreed_at, s.ended_at) > 0 then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  if not mandated(g, n) then
    raise exception 'no mandate' using errcode = 'AL033';
  end if;
  if s.worker_id = caller_worker() or not can_guard(s.worker_id, s.case_id) then
    raise exception 'no guardian here' using errcode = 'AL034';
  end if;
  update guardian_sign_in set agreed_at = n, agreed_by = caller_worker() where sign_in_id = p_sign_in;
  perform sign_in_keep(p_sign_in, n);
end $$;

create function sign_in_close(p_sign_in uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare s guardian_sign_in;
begin
  select * into s from guardian_sign_in where sign_in_id = p_sign_in for update;
  if not found or not caller_is('CW', 'SUP') or not leads(s.case_id) or not may('read', s.case_id, 1) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if s.ended_at is not null then
    raise exception 'closed meanwhile' using errcode = '40001';
  end if;
  perform sign_in_end(p_sign_in, case when s.agreed_at is not null then 'CLOSED' when s.named_by = caller_worker() then 'TAKEN_BACK'
                                      else 'REFUSED' end, caller_now());
end $$;

-- whom the caseworker who leads may name
create function guardian_workers(p_case uuid) returns table (worker_id uuid, name text, organisation_id uuid, organisation_name text)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select w.worker_id, w.name, o.organisation_id, o.name
    from worker_role r join worker w using (worker_id) join organisation o using (organisation_id)
   where caller_is('CW') and leads(p_case) and may('write', p_case, 1) and r.role_code = 'GRD' and can_guard(w.worker_id, p_case)
$$;

-- ---- what ends it, or changes until when, in the statement that does
create function mandate_moves_sign_in() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare one uuid; n timestamptz := coalesce(caller_now(), clock_timestamp());
begin
  select sign_in_id into one from guardian_sign_in where guardian_id = new.guardian_id and ended_at is null;
  if not found then
    return null;
  end if;
  -- over by its date, or somebody else's by now: that is a new mandate, which nobody agreed to open to that worker
  if old.mandate_until <= n or new.name is distinct from old.name or old.relation is distinct from new.relation and old.relation is not null then
    perform sign_in_end(one, 'MANDATE', n);
  else
    perform sign_in_keep(one, n);
  end if;
  return null;
end $$;
create trigger moves_sign_in after update on guardian for each row execute function mandate_moves_sign_in();

create function consent_moves_sign_in() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform sign_in_keep(s.sign_in_id, coalesce(caller_now(), clock_timestamp()))
     from guardian_sign_in s
    where s.case_id = new.case_id and s.organisation_id = new.recipient_organisation_id and s.ended_at is null;
  return null;
end $$;
create trigger moves_sign_in after insert on consent for each row execute function consent_moves_sign_in();

create function tie_ends_sign_in() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform sign_in_end(s.sign_in_id, 'WORKER', coalesce(caller_now(), clock_timestamp()))
     from guardian_sign_in s where s.worker_id = new.worker_id and s.case_id = new.case_id and s.ended_at is null;
  return null;
end $$;
create trigger ends_sign_in after insert on conflict_declaration for each row when (new.lifted_at is null) execute function tie_ends_sign_in();

create function worker_ends_sign_in() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare one uuid := case when tg_op = 'DELETE' then old.worker_id else new.worker_id end;
begin
  if tg_op = 'DELETE' and exists (select from worker_role r where r.worker_id = one and r.role_code = 'GRD') then
    return null;   -- given anew in the same transaction
  end if;
  perform sign_in_end(s.sign_in_id, 'WORKER', coalesce(caller_now(), clock_timestamp()))
     from guardian_sign_in s where s.worker_id = one and s.ended_at is null;
  return null;
end $$;
create trigger ends_sign_in after update of left_at on worker
  for each row when (new.left_at is not null and old.left_at is null) execute function worker_ends_sign_in();
create constraint trigger ends_sign_in after delete on worker_role deferrable initially deferred
  for each row when (old.role_code = 'GRD') execute function worker_ends_sign_in();

create function case_ends_sign_in() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare closed boolean := case_is_open(old.status) and not case_is_open(new.status);
begin
  perform sign_in_end(s.sign_in_id, case when closed then 'CASE_CLOSED' else 'LEAD' end, coalesce(caller_now(), clock_timestamp()))
     from guardian_sign_in s
    where s.case_id = new.case_id and s.ended_at is null and (closed or s.organisation_id = new.lead_organisation_id);
  return null;
end $$;
create trigger ends_sign_in after update of status, lead_organisation_id on case_file
  for each row when (old.status is distinct from new.status or old.lead_organisation_id is distinct from new.lead_organisation_id)
  execute function case_ends_sign_in();

-- ---- an exclusion of the wrong person is lifted by a second one. It moves aside, so that nothing that asks who is excluded finds it;
-- a mandate and consents that it ended stay ended
create table lifted_exclusion (
  excluded_person_id uuid primary key,
  case_id     uuid not null references case_file,
  relation    text not null,
  name        text,
  description text,
  guardian_id uuid references guardian,
  recorded_at timestamptz not null,
  recorded_by uuid not null references worker,
  lifted_at   timestamptz not null,
  lifted_by   uuid not null references worker,
  reason      text not null,
  check (lifted_by <> recorded_by)
);
comment on table lifted_exclusion is 'Who was excluded and is no more, by whose word; category safety';
create index lifted_exclusion_case on lifted_exclusion (case_id);
alter table lifted_exclusion enable row level security, force row level security;
create policy by_function on lifted_exclusion to alongside_gatekeeper using (true) with check (true);
create policy granted on lifted_exclusion for select to alongside_app using (may('read', case_id, 512) and leads(case_id));
grant select on lifted_exclusion to alongside_app;
grant select, insert on lifted_exclusion to alongside_gatekeeper;
grant delete on excluded_person to alongside_gatekeeper;
create trigger told after insert on lifted_exclusion for each row execute function tell_lead();

create function exclusion_lift(p_person uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e excluded_person;
begin
  delete from excluded_person x
   where x.excluded_person_id = p_person and caller_is('SUP') and leads(x.case_id) and may('read', x.case_id, 512)
     and x.recorded_by <> caller_worker()
  returning * into e;
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into lifted_exclusion (excluded_person_id, case_id, relation, name, description, guardian_id, recorded_at, recorded_by, lifted_at,
                                lifted_by, reason)
    values (e.excluded_person_id, e.case_id, e.relation, e.name, e.description, e.guardian_id, e.recorded_at, e.recorded_by, caller_now(),
            caller_worker(), p_reason);
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['sign_in_end(uuid, text, timestamptz)', 'sign_in_keep(uuid, timestamptz)', 'sign_in_name(uuid, uuid, uuid)',
                           'sign_in_agree(uuid)', 'sign_in_close(uuid)', 'guardian_workers(uuid)', 'mandate_moves_sign_in()',
                           'consent_moves_sign_in()', 'tie_ends_sign_in()', 'worker_ends_sign_in()', 'case_ends_sign_in()',
                           'exclusion_lift(uuid, text)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
  foreach f in array array['mandated(guardian, timestamptz)', 'can_guard(uuid, uuid)',
                           'sign_in_opens(guardian_sign_in, guardian, timestamptz)']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_gatekeeper', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant execute on function sign_in_name(uuid, uuid, uuid), sign_in_agree(uuid), sign_in_close(uuid), guardian_workers(uuid),
  exclusion_lift(uuid, text) to alongside_app;
grant select on role_category to alongside_gatekeeper;
