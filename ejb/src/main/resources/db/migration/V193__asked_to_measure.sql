-- Who leads is asked by a clock to measure how she is: once she is in care, and each quarter while her file is open. One question at a time; it is settled
-- by a measure that the lead may know of, by her no, or with the file. After closing a scale is put to her in a follow-up that reached her, and nowhere else.

create table measure_ask (
  measure_ask_id uuid primary key,
  case_id        uuid not null,
  episode_no     smallint not null,
  point          text not null check (point in ('ENTRY', 'QUARTER')),
  asked_at       timestamptz not null,
  due_at         timestamptz not null check (due_at > asked_at),
  settled_at     timestamptz,
  settled        text check (settled in ('MEASURED', 'NOT_NOW', 'NOT_AGAIN', 'CLOSED')),
  settled_by     uuid references worker,
  foreign key (case_id, episode_no) references case_episode,
  check (num_nonnulls(settled_at, settled) in (0, 2)),
  check (settled_by is null or settled_at is not null)
);
comment on table measure_ask is 'That who leads is asked to put a scale to her, and how that ended: codes and instants; category care plan, the lead''s alone';
comment on column measure_ask.settled is 'NOT_NOW: she did not want it this time; NOT_AGAIN: nobody asks while the file is open';
create unique index measure_ask_one on measure_ask (case_id) where settled_at is null;
create index measure_ask_case on measure_ask (case_id, episode_no, asked_at desc);
alter table measure_ask enable row level security, force row level security;
create policy by_function on measure_ask to alongside_gatekeeper using (true) with check (true);
create policy lead on measure_ask for select to alongside_app using (may('read', case_id, 1024) and leads(case_id));
grant select on measure_ask to alongside_app;
grant select, insert, update on measure_ask to alongside_gatekeeper;
create trigger told after insert or update on measure_ask for each row execute function tell_lead();

-- ---- a measure of a follow-up, by who led the file, at its point
alter table measure add column follow_up_id uuid;
alter table measure add foreign key (follow_up_id, case_id) references follow_up (follow_up_id, case_id);
alter table measure add check (point not in ('M3', 'M6', 'M12') or follow_up_id is not null) not valid;
comment on column measure.follow_up_id is 'The follow-up in which she answered; null: while her file was open';
create unique index measure_follow_up on measure (follow_up_id, scale_id) where follow_up_id is not null;
drop trigger only_while_open on measure;
create trigger only_while_open before insert on measure for each row when (new.follow_up_id is null) execute function only_while_open();

-- what every measure is held against, whoever asked; answers whether an answer must alarm
create function measure_keep(p_id uuid, p_case uuid, p_scale uuid, p_point text, p_rater text, p_on date, p_lead_may_know boolean, p_answers int[],
                             p_follow_up uuid) returns boolean
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare s scale;
begin
  select * into s from scale where scale_id = p_scale and retired_at is null;
  if s.scale_id is null or not may('write', p_case, 1024) or p_on > caller_now()::date + 1
     or s.adults_only and coalesce((select m.child from identity_minimum m where m.case_id = p_case), true) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if cardinality(p_answers) is distinct from (select count(*)::int from scale_item i where i.scale_id = p_scale)
     or exists (select from scale_item i where i.scale_id = p_scale
                   and not coalesce(p_answers[i.position] between i.least and i.most, false)) then
    raise exception 'answered outside its range' using errcode = '23514';
  end if;
  insert into measure (measure_id, case_id, organisation_id, scale_id, point, rater, measured_on, score, lead_may_know, recorded_at, recorded_by, follow_up_id)
    values (p_id, p_case, caller_organisation(), p_scale, p_point, p_rater, p_on, (select sum(a) from unnest(p_answers) a),
            p_lead_may_know or leads(p_case), caller_now(), caller_worker(), p_follow_up);
  insert into measure_answer (measure_id, case_id, organisation_id, position, value)
    select p_id, p_case, caller_organisation(), a.position, a.value from unnest(p_answers) with ordinality a (value, position);
  return exists (select from scale_item i where i.scale_id = p_scale and p_answers[i.position] >= i.alarm_from);
end $$;

create or replace function measure_add(p_id uuid, p_case uuid, p_scale uuid, p_point text, p_rater text, p_on date, p_lead_may_know boolean, p_answers int[])
returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  return measure_keep(p_id, p_case, p_scale, p_point, p_rater, p_on, p_lead_may_know, p_answers, null);
end $$;

-- only while she is asked, agrees, and somebody has reached her; each scale once. What must alarm makes the follow-up one that worries
create function measure_afterwards(p_id uuid, p_follow_up uuid, p_scale uuid, p_rater text, p_on date, p_answers int[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare u follow_up;
begin
  select * into u from follow_up where follow_up_id = p_follow_up for no key update;
  if u.follow_up_id is null or not follow_up_led(u.case_id) or num_nonnulls(u.done_at, u.ended_at) > 0 or caller_now() < u.ask_at
     or not follow_up_agreed(u.case_id, u.episode_no) or p_on < u.ask_at::date - 1
     or not exists (select from contact_attempt a where a.follow_up_id = p_follow_up and a.outcome = 'REACHED') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return measure_keep(p_id, u.case_id, p_scale, u.point, p_rater, p_on, true, p_answers, p_follow_up);
end $$;

-- who answered a scale was reached, and where an answer must alarm, it worries
create function follow_up_heard() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if exists (select from measure m where m.follow_up_id = new.follow_up_id)
     and (new.outcome <> 'REACHED'
          or new.concern is not true
             and exists (select from measure m join measure_answer a using (measure_id)
                           join scale_item i on i.scale_id = m.scale_id and i.position = a.position
                          where m.follow_up_id = new.follow_up_id and a.value >= i.alarm_from)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger heard before update of outcome on follow_up for each row
  when (old.outcome is null and new.outcome is not null) execute function follow_up_heard();

-- ---- the clock: whom the lead is asked to measure. Who is in care, may be put a scale at all, was not measured as far as the lead may know since that time
-- began, and never said that nobody ask her again; by the processes alone, and told is who leads, never of whom
create function measure_asks_raise(p_entry_after interval, p_entry_within interval, p_quarter_after interval, p_quarter_within interval, p_most int)
  returns table (measure_ask_id uuid, lead uuid, due_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now();
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return query
    with due as (
      select f.case_id, f.episode_no, f.lead_organisation_id,
             case when last.at is null and n < e.opened_at + p_quarter_after then 'ENTRY' else 'QUARTER' end point
        from case_file f
        join case_episode e using (case_id, episode_no)
        cross join lateral (
          select greatest(
            (select max(a.asked_at) from measure_ask a where a.case_id = f.case_id and a.episode_no = f.episode_no),
            (select max(m.recorded_at) from measure m
              where m.case_id = f.case_id and m.recorded_at >= e.opened_at and m.lead_may_know and m.follow_up_id is null)) at) last
       where f.status = 'ACTIVE' and coalesce(last.at + p_quarter_after, e.opened_at + p_entry_after) <= n
         and not exists (select from measure_ask a where a.case_id = f.case_id
                            and (a.settled_at is null or a.settled = 'NOT_AGAIN' and a.episode_no = f.episode_no))
         and exists (select from scale s where s.retired_at is null
                        and not (s.adults_only and coalesce((select m.child from identity_minimum m where m.case_id = f.case_id), true)))
       limit p_most for no key update of f skip locked),
    made as (
      insert into measure_ask as a (measure_ask_id, case_id, episode_no, point, asked_at, due_at)
      select gen_random_uuid(), d.case_id, d.episode_no, d.point, n, n + case d.point when 'ENTRY' then p_entry_within else p_quarter_within end
        from due d
      on conflict (case_id) where settled_at is null do nothing
      returning a.measure_ask_id, a.case_id, a.due_at)
    select m.measure_ask_id, d.lead_organisation_id, m.due_at from made m join due d using (case_id);
end $$;

-- how it ended: by a measure that the lead may know of, whoever took it; by her no, as the lead writes it down; with the file. Answers which
create function measure_asks_settle(p_case uuid, p_how text) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if p_how = 'MEASURED' and not may('write', p_case, 1024)
     or p_how in ('NOT_NOW', 'NOT_AGAIN') and not coalesce(caller_is('CW') and leads(p_case) and may('write', p_case, 1024)
                                                           and not tied(caller_worker(), p_case), false)
     or p_how = 'CLOSED' and not leads(p_case) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return query
    update measure_ask a set settled_at = caller_now(), settled = p_how, settled_by = caller_worker()
     where a.case_id = p_case and a.settled_at is null
       and (p_how <> 'MEASURED'
            or exists (select from measure m where m.case_id = p_case and m.recorded_at >= a.asked_at and m.lead_may_know and m.follow_up_id is null))
       and (p_how <> 'CLOSED'
            or exists (select from case_file f where f.case_id = p_case and not case_is_open(f.status)))
    returning a.measure_ask_id;
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['measure_add(uuid, uuid, uuid, text, text, date, boolean, int[])', 'measure_afterwards(uuid, uuid, uuid, text, date, int[])',
                           'measure_asks_raise(interval, interval, interval, interval, int)', 'measure_asks_settle(uuid, text)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['follow_up_heard()', 'measure_keep(uuid, uuid, uuid, text, text, date, boolean, int[], uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
