-- Somebody of the house talks with everybody who lives there each week: that it was done is a step of the placement, without a word of what was said.
-- And a house closes from a day on: no bed is given for then, and it closes when everybody has left for a place that is known.

insert into setting (name, value, basis) values
  ('house-talk-every', '7 days', 'design'),
  ('house-talk-asked-before', '1 day', 'design'),
  ('house-talk-lead-asked-after', '1 day', 'design');

create table talk_due (
  talk_due_id     uuid primary key,
  placement_id    uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  asked_at        timestamptz not null,
  due_at          timestamptz not null,
  ended_at        timestamptz,
  foreign key (placement_id, case_id, organisation_id) references placement (placement_id, case_id, organisation_id)
);
comment on table talk_due is 'That somebody is asked to talk with her this week; category shelter and placement';
create index talk_due_case on talk_due (case_id);
create unique index talk_due_open on talk_due (placement_id) where ended_at is null;

alter table talk_due enable row level security, force row level security;
create policy by_function on talk_due to alongside_gatekeeper using (true) with check (true);
create policy known on talk_due for select to alongside_app using (
  (select hears_of_housing()) and (may('min', case_id, 4) or keeps_placements(case_id, organisation_id)));
grant select on talk_due to alongside_app;
create policy of_the_house on placement_step as restrictive for insert to alongside_app with check (
  step <> 'WEEKLY_TALK_HELD' or places(case_id, organisation_id));
grant select, insert, update on talk_due to alongside_gatekeeper;
create trigger told after insert or update on talk_due for each row execute function tell_lead('organisation_id');

-- the processes alone look: with whom nobody has talked for nearly so long, while she is there and the house may know it
create function talks_raise(p_most int) returns table (talk_due_id uuid, house uuid, lead uuid, due_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  n timestamptz := caller_now();
  often interval := (select value from setting where name = 'house-talk-every');
  early interval := (select value from setting where name = 'house-talk-asked-before');
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return query with last as (
      select p.placement_id, p.case_id, p.organisation_id,
             greatest(p.admitted_at,
                      (select max(s.done_at) from placement_step s
                        where s.case_id = p.case_id and s.organisation_id = p.organisation_id and s.step = 'WEEKLY_TALK_HELD')) at
        from placement p
       where p.status = 'ADMITTED'
         and exists (select from access_grant g
                      where g.case_id = p.case_id and g.organisation_id = p.organisation_id and g.category = 2 and g.level in ('F','W')
                        and g.valid_from <= n and n < g.valid_until and (g.ended_at is null or n < g.ended_at))
         and not exists (select from talk_due t where t.placement_id = p.placement_id and t.ended_at is null)),
    raised as (
      insert into talk_due as t (talk_due_id, placement_id, case_id, organisation_id, asked_at, due_at)
      select gen_random_uuid(), l.placement_id, l.case_id, l.organisation_id, n, greatest(l.at + often, n) from last l
       where l.at + often - early <= n order by l.at limit p_most
      returning t.talk_due_id, t.case_id, t.organisation_id, t.due_at)
    select r.talk_due_id, r.organisation_id, f.lead_organisation_id, r.due_at from raised r join case_file f using (case_id);
end $$;

-- somebody talked with her, or she is not there to be talked with: nobody is asked any more. Answers which were asked
create function talks_end(p_placement uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare p placement; n timestamptz := caller_now();
begin
  select * into p from placement where placement_id = p_placement;
  if not found or not (caller_is_system() or leads(p.case_id) or houses(p.organisation_id))
     or p.status = 'ADMITTED'
        and not exists (select from placement_step s where s.placement_id = p_placement and s.step = 'WEEKLY_TALK_HELD'
                                                       and s.done_at = n)
        and not exists (select from referral_card c where c.referral_id = p.referral_id and c.status not in ('ACCEPTED','IN_SERVICE')) then
    return;
  end if;
  return query update talk_due t set ended_at = n where t.placement_id = p_placement and t.ended_at is null returning t.talk_due_id;
end $$;

-- ---- closing a house
alter table facility add column closes_at timestamptz, add column closing_reason text, add column closing_planned_by uuid references worker,
  add check (num_nulls(closes_at, closing_reason, closing_planned_by) in (0, 3)),
  add check (closed_at is null or closes_at is not null and closes_at <= closed_at);
comment on column facility.closes_at is 'From when on no bed of it is given, as planned; until it is closed it can be taken back';
grant update (closes_at, closing_reason, closing_planned_by) on facility to alongside_app;

create function house_closes() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is null then
    return new;
  end if;
  if old.closed_at is not null
     or new.closes_at is distinct from old.closes_at and new.closes_at is not null and new.closing_planned_by <> caller_worker()
     or new.closed_at is not null and (new.closed_at, new.closed_by) is distinct from (caller_now(), caller_worker()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if new.closed_at is not null
     and exists (select from bed_use u where u.facility_id = new.facility_id and u.left_at is null
                    and (u.kind = 'STAY' or u.kind = 'HOLD' and u.expires_at > caller_now())) then
    raise exception 'somebody lives there' using errcode = 'AL043';
  end if;
  return new;
end $$;
create trigger closes before update on facility for each row
  when ((old.closes_at, old.closing_reason, old.closing_planned_by, old.closed_at, old.closed_by)
        is distinct from (new.closes_at, new.closing_reason, new.closing_planned_by, new.closed_at, new.closed_by))
  execute function house_closes();
drop trigger told on facility;
create trigger told after update on facility for each row
  when ((old.closed_at, old.closes_at) is distinct from (new.closed_at, new.closes_at)) execute function tell_board_of_change();

-- no bed is given beyond the day on which its house closes; who has one already moves in, and is told
create function house_is_open() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare closes timestamptz;
begin
  select least(closes_at, closed_at) into closes from facility where facility_id = new.facility_id for share;
  if closes is not null and (upper(new.during) is null or upper(new.during) > closes) then
    raise exception 'the house is closed then' using errcode = 'AL042';
  end if;
  return new;
end $$;
create trigger house_is_open before insert on bed_use for each row when (new.kind in ('HOLD', 'STAY')) execute function house_is_open();

grant update (version) on facility to alongside_gatekeeper;
grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['talks_raise(int)', 'talks_end(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['house_closes()', 'house_is_open()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
