-- Who may open which file, and how the database keeps it. Pattern: facts (access_grant), a time line made of them by
-- trigger (case_access), lists by plain equality on the time line, everything else asks may() by key.

create table case_file (
  case_id              uuid primary key,
  case_code            text not null unique,
  status               text not null,
  lead_organisation_id uuid not null references organisation,
  lead_team_id         uuid not null references team,
  lead_worker_id       uuid not null references worker,
  episode_no           smallint not null default 1,
  intake_source        text not null,
  opened_at            timestamptz not null,
  opened_by            uuid not null references worker,
  next_due             date not null,
  version              int not null default 0
);
comment on table case_file is 'The header of a file; it opens with any live grant and holds nothing about the person';

create table access_grant (
  grant_id        uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  worker_id       uuid references worker,
  category        smallint not null references data_category,
  level           text not null check (level in ('F','R','W','M','E')),
  basis           text not null check (basis in ('LEAD','CONSENT','REFERRAL','GUARDIAN','LEGAL_DUTY','EMERGENCY')),
  referral_id     uuid,
  consent_id      uuid,
  valid_from      timestamptz not null,
  valid_until     timestamptz not null,
  given_by        uuid not null references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  end_reason      text,
  check ((ended_at is null) = (end_reason is null))
);
comment on table access_grant is 'Nothing else opens anything. To an organisation: reaches those assigned; with worker_id: that worker alone';
create index access_grant_case on access_grant (case_id, organisation_id);
create index access_grant_referral on access_grant (referral_id) where referral_id is not null;
create index access_grant_consent on access_grant (consent_id) where consent_id is not null;

create table assignment (
  assignment_id   uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  team_id         uuid not null references team,
  worker_id       uuid references worker,
  from_at         timestamptz not null,
  until_at        timestamptz,
  assigned_by     uuid not null references worker
);
comment on table assignment is 'Who of an organisation works on the case: one worker with the team''s supervisors, or a whole shift';
create index assignment_case on assignment (case_id, organisation_id);

create table conflict_declaration (
  worker_id   uuid not null references worker,
  case_id     uuid not null references case_file,
  declared_at timestamptz not null,
  lifted_at   timestamptz,
  primary key (worker_id, case_id, declared_at)
);

create table case_access (
  case_id            uuid not null references case_file,
  holder_id          uuid not null,
  valid_from         timestamptz not null,
  valid_until        timestamptz not null,
  seen_mask          int not null,
  min_mask           int not null,
  read_mask          int not null,
  consented_min_mask int not null,
  consented_mask     int not null,
  write_mask         int not null,
  status             text not null,
  next_due           date not null,
  check (valid_from < valid_until)
);
comment on table case_access is 'The time line: at any instant at most one row a holder (worker or team) and case; kept by trigger, never by hand';
alter table case_access add primary key (case_id, holder_id, valid_from)
  include (valid_until, seen_mask, min_mask, read_mask, consented_min_mask, consented_mask, write_mask);
create index case_access_list on case_access (holder_id, next_due, case_id)
  include (status, valid_from, valid_until, seen_mask, consented_min_mask);

-- ---- the caller, given once a transaction. STABLE, never IMMUTABLE; PARALLEL SAFE; '' reads as null.
create function caller_worker() returns uuid stable parallel safe
  return nullif(pg_catalog.current_setting('alongside.worker', true), '')::uuid;
create function caller_organisation() returns uuid stable parallel safe
  return nullif(pg_catalog.current_setting('alongside.organisation', true), '')::uuid;
create function caller_holders() returns uuid[] stable parallel safe
  return coalesce(nullif(pg_catalog.current_setting('alongside.holders', true), ''), '{}')::uuid[];
create function caller_roles() returns text[] stable parallel safe
  return coalesce(nullif(pg_catalog.current_setting('alongside.roles', true), ''), '{}')::text[];
create function caller_now() returns timestamptz stable parallel safe
  return nullif(pg_catalog.current_setting('alongside.now', true), '')::timestamptz;
create function caller_is_system() returns boolean stable parallel safe
  return coalesce(nullif(pg_catalog.current_setting('alongside.system', true), ''), 'no') = 'yes';
create function caller_mask(kind text) returns int stable parallel safe
  return coalesce(nullif(pg_catalog.current_setting('alongside.' || kind, true), '')::int, 0);

create function caller_open(p_worker uuid, p_organisation uuid, p_roles text[], p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  k text; h uuid[]; s int; m int; r int; c int; w int;
begin
  if caller_worker() is not null then
    raise exception 'caller already set' using errcode = '42501';
  end if;
  if p_now is null then
    raise exception 'no time given' using errcode = '42501';
  end if;
  select kind into k from worker
   where worker_id = p_worker and organisation_id = p_organisation and (left_at is null or left_at > p_now);
  if not found then
    raise exception 'unknown caller' using errcode = '42501';
  end if;
  if k = 'SYSTEM' and p_roles <> '{}' then
    raise exception 'the system has no role' using errcode = '42501';
  end if;
  -- one's own id, the shifts one belongs to, the teams one supervises
  select array[p_worker] || coalesce(array_agg(tm.team_id), '{}') into h
    from team_member tm join team t using (team_id)
   where tm.worker_id = p_worker and t.organisation_id = p_organisation and (tm.supervises or t.reach = 'SHIFT')
     and tm.from_at <= p_now and (tm.until_at is null or tm.until_at > p_now);
  select coalesce(bit_or(1 << category) filter (where access in ('F','R','W','M','E','*')), 0),
         coalesce(bit_or(1 << category) filter (where access in ('F','R','M','*')), 0),
         coalesce(bit_or(1 << category) filter (where access in ('F','R','*')), 0),
         coalesce(bit_or(1 << category) filter (where access = 'C'), 0),
         coalesce(bit_or(1 << category) filter (where access in ('F','W','*')), 0)
    into s, m, r, c, w
    from role_category where role_code = any (p_roles);
  perform set_config('alongside.worker', p_worker::text, true),
          set_config('alongside.organisation', p_organisation::text, true),
          set_config('alongside.holders', h::text, true),
          set_config('alongside.roles', p_roles::text, true),
          set_config('alongside.now', p_now::text, true),
          set_config('alongside.system', case k when 'SYSTEM' then 'yes' else 'no' end, true),
          set_config('alongside.seen', s::text, true),
          set_config('alongside.min', m::text, true),
          set_config('alongside.read', r::text, true),
          set_config('alongside.conditional', c::text, true),
          set_config('alongside.write', w::text, true);
end $$;

-- ---- the time line
create function access_of(p_case uuid, p_now timestamptz)
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

create function keep_case_access() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform 1 from case_file c where c.case_id in (select t.case_id from touched t) order by c.case_id for no key update;
  delete from case_access a using (select distinct case_id from touched) t where a.case_id = t.case_id;
  insert into case_access
    select f.*, c.status, c.next_due
      from (select distinct case_id from touched) t
     cross join lateral access_of(t.case_id, coalesce(caller_now(), clock_timestamp())) f
      join case_file c on c.case_id = t.case_id;
  return null;
end $$;
create function follow_case_file() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update case_access set status = new.status, next_due = new.next_due where case_id = new.case_id;
  return null;
end $$;
create trigger granted after insert on access_grant
  referencing new table as touched for each statement execute function keep_case_access();
create trigger ended after update on access_grant
  referencing new table as touched for each statement execute function keep_case_access();
create trigger assigned after insert on assignment
  referencing new table as touched for each statement execute function keep_case_access();
create trigger reassigned after update on assignment
  referencing new table as touched for each statement execute function keep_case_access();
create trigger followed after update of status, next_due on case_file
  for each row when ((old.status, old.next_due) is distinct from (new.status, new.next_due))
  execute function follow_case_file();

-- ---- one question for every other table, asked a row at a time, by key
-- p_kind: seen (that it exists), min (the minimum subset), read (the whole), write; p_bit: 1 << category
create function may(p_kind text, p_case uuid, p_bit int) returns boolean
language plpgsql stable parallel safe cost 1000 security definer
set search_path = pg_catalog, alongside, pg_temp as $$
declare
  h uuid[] := caller_holders(); w uuid := caller_worker(); n timestamptz := caller_now();
begin
  return w is not null and n is not null and p_case is not null
    and exists (
      select from case_access a
       where a.case_id = p_case and a.holder_id = any (h) and a.valid_from <= n and n < a.valid_until
         and case p_kind
               when 'seen' then (a.seen_mask & caller_mask('seen')) | (a.consented_min_mask & caller_mask('conditional'))
               when 'min' then ((a.min_mask & caller_mask('min')) | (a.consented_min_mask & caller_mask('conditional'))) & p_bit
               when 'read' then ((a.read_mask & caller_mask('read')) | (a.consented_mask & caller_mask('conditional'))) & p_bit
               when 'write' then a.write_mask & caller_mask('write') & p_bit
               else 0
             end <> 0)
    and not exists (
      select from conflict_declaration d where d.worker_id = w and d.case_id = p_case and d.lifted_at is null);
end $$;

do $$ declare t text; begin
  foreach t in array array['case_file','access_grant','assignment','conflict_declaration','case_access'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
  end loop;
end $$;

create policy mine on case_access for select to alongside_app using (
  holder_id = any ((select caller_holders())::uuid[])
  and valid_from <= (select caller_now()) and (select caller_now()) < valid_until
  and ((seen_mask & (select caller_mask('seen'))) | (consented_min_mask & (select caller_mask('conditional')))) <> 0);
create policy no_conflict on case_access as restrictive for select to alongside_app using (
  (select caller_worker()) is not null
  and case_id <> all (array(select d.case_id from conflict_declaration d
                             where d.worker_id = (select caller_worker()) and d.lifted_at is null)));
create policy mine on conflict_declaration for select to alongside_app using (worker_id = (select caller_worker()));
create policy existence on case_file for select to alongside_app using (may('seen', case_id, 0));
create policy opened on case_file for insert to alongside_app with check (
  opened_by = (select caller_worker()) and lead_organisation_id = (select caller_organisation())
  and 'CW' = any ((select caller_roles())::text[]));
create policy led on case_file for update to alongside_app using (
  lead_organisation_id = (select caller_organisation()) and may('seen', case_id, 0));
create policy reader on access_grant for select to alongside_app using (may('seen', case_id, 0));
create policy reader on assignment for select to alongside_app using (may('seen', case_id, 0));

-- ---- the lead's own grants, once, when the file is opened by the lead
create function lead_open(p_case uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c case_file;
begin
  select * into c from case_file where case_id = p_case for update;
  if not found or c.opened_by is distinct from caller_worker() or c.lead_organisation_id is distinct from caller_organisation()
     or not exists (select from team where team_id = c.lead_team_id and organisation_id = c.lead_organisation_id)
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
