-- Hearings and last days that were written down before they had a clock: each says so, and the processes take them up a few at a time. New ones have
-- their clock from their first transaction on.
alter table hearing add column clock_to_begin boolean not null default true;
alter table hearing alter column clock_to_begin set default false;
alter table legal_deadline add column clock_to_begin boolean not null default true;
alter table legal_deadline alter column clock_to_begin set default false;
comment on column hearing.clock_to_begin is 'Whether it was written down before hearings had a clock, and nobody has begun it yet';
comment on column legal_deadline.clock_to_begin is 'Whether it was written down before last days had a clock, and nobody has begun it yet';
create index hearing_clock_to_begin on hearing (hearing_at, hearing_id) where clock_to_begin and ended_at is null;
create index legal_deadline_clock_to_begin on legal_deadline (due_on, deadline_id) where clock_to_begin and ended_at is null;

-- a few of them, the nearest first, which are not to begin any more from here on; by the processes alone. Told is who is asked, never about whom. Files
-- that are closed ask nobody
create function clocks_of_before(p_most int)
  returns table (subject uuid, kind text, lead uuid, lawyers uuid, at timestamptz, due_on date, zone text, missing boolean)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return query
    with found as (select h.hearing_id from hearing h join case_file f using (case_id)
                    where h.clock_to_begin and h.ended_at is null and case_is_open(f.status)
                    order by h.hearing_at, h.hearing_id limit p_most for no key update of h skip locked)
    update hearing h set clock_to_begin = false from found where h.hearing_id = found.hearing_id
    returning h.hearing_id, 'HEARING', h.lead_organisation_id, h.organisation_id, h.hearing_at, null::date,
              coalesce((select w.zone from worker w where w.worker_id = h.counsel_id), 'UTC'), not h.needs <@ h.arranged;
  return query
    with found as (select d.deadline_id from legal_deadline d join case_file f using (case_id)
                    where d.clock_to_begin and d.ended_at is null and case_is_open(f.status)
                    order by d.due_on, d.deadline_id limit p_most for no key update of d skip locked)
    update legal_deadline d set clock_to_begin = false from found where d.deadline_id = found.deadline_id
    returning d.deadline_id, d.kind, d.lead_organisation_id, d.organisation_id, null::timestamptz, d.due_on, d.zone, false;
end $$;

-- whether there are more, also such as somebody was just writing
create function clocks_left() returns boolean
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce(caller_is_system(), false)
     and (exists (select from hearing h join case_file f using (case_id) where h.clock_to_begin and h.ended_at is null and case_is_open(f.status))
       or exists (select from legal_deadline d join case_file f using (case_id) where d.clock_to_begin and d.ended_at is null and case_is_open(f.status)))
$$;

-- who has advised already is not asked to, although the process looks for the lawyer only afterwards
create or replace function interview_lawyers(p_interview uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select l from interview i cross join lateral lawyers_of(i.case_id) l
   where i.interview_id = p_interview and not exists (select from interview_advice a where a.interview_id = i.interview_id)
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['clocks_of_before(int)', 'clocks_left()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
