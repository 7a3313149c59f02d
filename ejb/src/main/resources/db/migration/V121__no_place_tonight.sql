-- PLACEMENT_GAP (DOMAIN P5): a child or somebody at high risk who wants a place and has none is remarked, whoever forgot her. Looked for every
-- hour with one question; whoever leads says what is done, and is asked again the next day as long as there is none.

insert into setting (name, value, basis) values
  ('placement-gap-after', '2 hours', 'design'),
  ('placement-gap-again-after', '24 hours', 'design'),
  ('placement-gap-answered-within', '1 hour', 'DOMAIN P6');

create table placement_gap (
  gap_id          uuid primary key,
  case_id         uuid not null references case_file,
  raised_at       timestamptz not null,
  answer          text,
  answered_at     timestamptz,
  answered_by     uuid references worker,
  ended_at        timestamptz,
  check (num_nulls(answer, answered_at, answered_by) in (0, 3)),
  check (answer is distinct from 'STAYS_SAFE' or ended_at is not null)
);
comment on table placement_gap is 'A night without a known place, what who leads said to it, and when there was a place after all; category shelter and placement';
create index placement_gap_case on placement_gap (case_id, raised_at);

alter table placement_gap enable row level security, force row level security;
create policy by_function on placement_gap to alongside_gatekeeper using (true) with check (true);
create policy led on placement_gap for select to alongside_app using (
  (select caller_is('CW', 'SUP')) and may('min', case_id, 4) and leads(case_id));
create policy answered on placement_gap for update to alongside_app using (
  (select caller_is('CW', 'SUP')) and may('min', case_id, 4) and leads(case_id))
  with check (answered_by = (select caller_worker()) and answered_at = (select caller_now()));
grant select, update (answer, answered_at, answered_by, ended_at) on placement_gap to alongside_app;
grant select, insert, update on placement_gap to alongside_gatekeeper;
create trigger told after insert or update on placement_gap for each row execute function tell_lead();

create index case_file_worked_on on case_file (case_id) where status in ('SCREENING','ACTIVE','ON_HOLD','TRANSFER_PENDING','REOPENED');

-- who has none: she wanted one, later than the last one that is known, and nothing is held for her or lived in. Who did not return is looked
-- for by another clock
create function placement_gaps() returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with said as (
         select n.case_id, n.recorded_at wanted_at, null::timestamptz known_at from immediate_need n where n.need = 'SAFE_PLACE'
          union all
         select m.case_id,
                case when m.status <> 'ENDED' then m.requested_at when coalesce(m.next_type, 'STREET') = 'STREET' then m.ended_at end,
                case when m.status = 'ENDED' and m.next_type <> 'STREET' then m.ended_at end
           from placement_minimum m
          union all
         select g.case_id, null, g.answered_at from placement_gap g where g.answer = 'STAYS_SAFE'),
       wanting as (
         select case_id from said group by case_id
         having max(wanted_at) > coalesce(max(known_at), '-infinity')
            and max(wanted_at) <= caller_now() - (select value from setting where name = 'placement-gap-after'))
  select f.case_id
    from wanting join case_file f using (case_id)
    left join identity_minimum i using (case_id) left join safety_minimum s using (case_id)
   where f.status in ('SCREENING','ACTIVE','ON_HOLD','TRANSFER_PENDING','REOPENED')
     and (i.child or s.risk_level in ('IMMEDIATE','HIGH'))
     and not exists (select from placement_minimum m where m.case_id = f.case_id
                        and m.status in ('RESERVED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED'))
     -- asked already, and not answered yet or not long ago
     and not exists (select from placement_gap g where g.case_id = f.case_id and g.ended_at is null
                        and (g.answered_at is null
                             or g.raised_at > caller_now() - (select value from setting where name = 'placement-gap-again-after')))
$$;

-- the processes alone look for them; told is who leads, never of whom
create function placement_gaps_raise(p_most int) returns table (gap_id uuid, lead uuid)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return query with raised as (
      insert into placement_gap as g (gap_id, case_id, raised_at)
      select gen_random_uuid(), c, caller_now() from placement_gaps() c order by c limit p_most returning g.gap_id, g.case_id)
    select r.gap_id, f.lead_organisation_id from raised r join case_file f using (case_id);
end $$;

-- she has a place: nobody is asked any more where she sleeps. Answers of which alarms
create function placement_gaps_end(p_placement uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare p placement;
begin
  select * into p from placement where placement_id = p_placement;
  if not found or p.status <> 'ADMITTED' or not places(p.case_id, p.organisation_id) then
    return;
  end if;
  return query update placement_gap g set ended_at = caller_now() where g.case_id = p.case_id and g.ended_at is null returning g.gap_id;
end $$;

-- the file is closed: nothing of it waits
create function placement_gaps_close(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  return query update placement_gap g set ended_at = caller_now()
    from case_file f where f.case_id = g.case_id and g.case_id = p_case and g.ended_at is null and f.status in ('CLOSED','CLOSED_TRANSFERRED','FOLLOW_UP')
     and leads(p_case) returning g.gap_id;
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['placement_gaps_raise(int)', 'placement_gaps_end(uuid)', 'placement_gaps_close(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  alter function placement_gaps() owner to alongside_gatekeeper;
  revoke all on function placement_gaps() from public;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant select on immediate_need, identity_minimum, safety_minimum, setting to alongside_gatekeeper;
