-- Past every door: a bed is used as its placement says and never otherwise, what is written of both is written as of now and in one's own
-- name, and nothing of it reaches over to another house.

-- ---- who is in a bed is who is placed there: when all is written, each held placement has one hold of its bed, each that is lived in one
-- stay, and no other has any
create function beds_follow_placements() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare p placement; held int; lived int; elsewhere int;
begin
  if caller_worker() is null or new.placement_id is null then
    return null;
  end if;
  select * into p from placement where placement_id = new.placement_id;
  select count(*) filter (where kind = 'HOLD' and expires_at = p.held_until), count(*) filter (where kind = 'STAY'),
         count(*) filter (where bed_id is distinct from p.bed_id or facility_id is distinct from p.facility_id
                             or kind = 'HOLD' and expires_at is distinct from p.held_until)
    into held, lived, elsewhere
    from bed_use where placement_id = p.placement_id and left_at is null;
  if elsewhere > 0
     or held <> (p.status = 'RESERVED')::int
     or lived <> (p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED'))::int then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return null;
end $$;
create constraint trigger as_placed after insert or update on bed_use deferrable initially deferred
  for each row execute function beds_follow_placements();
create constraint trigger as_placed after insert or update of status, bed_id, held_until on placement deferrable initially deferred
  for each row execute function beds_follow_placements();

-- ---- each use begins and ends as of now: nobody writes that she came or left at another hour, or takes back that she left
create function bed_used_as_of_now() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now();
begin
  if caller_worker() is null or current_user = 'alongside_gatekeeper' then
    return new;
  end if;
  if not coalesce(case
       when tg_op = 'INSERT' then
         new.left_at is null and not isempty(new.during)
         and case new.kind when 'STAY' then lower(new.during) = n else lower(new.during) >= n end
         and (new.kind <> 'HOLD' or new.expires_at > n and new.expires_at <= n + (select value from setting where name = 'bed-held'))
       when old.kind = 'HOLD' and new.kind = 'STAY' then old.expires_at > n and lower(new.during) = n and new.left_at is null
       when old.kind = 'STAY' and new.kind = 'STAY' then
         old.left_at is null and new.left_at = n and (isempty(new.during) or upper(new.during) <= n)
       when old.kind = 'CLOSED' and new.kind = 'CLOSED' then isempty(new.during) or upper(new.during) = n
       else false end, false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger used_as_of_now before insert or update on bed_use for each row execute function bed_used_as_of_now();

-- ---- a step of a placement changes what that step is about, now, in the name of who goes it
create function placement_as_of_now() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); w uuid := caller_worker(); was placement;
begin
  if w is null or current_user = 'alongside_gatekeeper' then
    return new;
  end if;
  if tg_op = 'INSERT' then
    select * into was from placement where placement_id = new.moved_from_id;
    if (new.requested_at, new.requested_by, new.changed_at, new.changed_by) is distinct from (n, w, n, w)
       or new.family_id is not null and not exists (select from family f where f.family_id = new.family_id and f.organisation_id = new.organisation_id)
       or new.status = 'REQUESTED' and new.moved_from_id is not null
       or new.status <> 'REQUESTED' and (new.admitted_at, new.admitted_by, new.referral_id, new.family_id, new.rights_told_in, new.rules_told_in, new.child)
            is distinct from (n, w, was.referral_id, was.family_id, was.rights_told_in, was.rules_told_in, was.child) then
      raise exception 'not permitted' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.changed_at is distinct from n
     or new.status not in ('OFFERED', 'DECLINED_BY_SURVIVOR')
        and (new.bed_id, new.facility_id, new.arrives_at, new.leaves_at, new.accepted_warnings)
            is distinct from (old.bed_id, old.facility_id, old.arrives_at, old.leaves_at, old.accepted_warnings)
     or new.status <> old.status and new.status = 'RESERVED'
        and not (new.held_until > n and new.held_until <= n + (select value from setting where name = 'bed-held'))
     or new.status = old.status and new.held_until is distinct from old.held_until
     or old.admitted_at is null and new.admitted_at is not null
        and not (old.held_until > n and new.admitted_at = n and new.admitted_by is not distinct from w)
     or old.admitted_at is not null and (new.rights_told_in, new.rules_told_in) is distinct from (old.rights_told_in, old.rules_told_in)
     or new.absent_until is not null and new.absent_until <= n
     or new.ended_at is not null and (new.ended_at, new.ended_by) is distinct from (n, w)
     or new.next_words is not null and new.status <> 'ENDED' then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger as_of_now before insert or update on placement for each row execute function placement_as_of_now();

-- ---- the time of a hold is over for her own house's family alone, whatever id a placement elsewhere names
create or replace function hold_ends(p_placement uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare p placement; n timestamptz := caller_now();
begin
  select * into p from placement where placement_id = p_placement for update;
  if not found or not (caller_is_system() or houses(p.organisation_id)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if p.status <> 'RESERVED' or p.held_until > n then
    return false;
  end if;
  delete from bed_use u using placement q
   where u.placement_id = q.placement_id and u.kind = 'HOLD' and q.status = 'RESERVED' and q.organisation_id = p.organisation_id
     and (q.placement_id = p_placement or q.family_id = p.family_id and q.held_until <= n);
  update placement set status = 'REQUESTED', bed_id = null, facility_id = null, held_until = null, arrives_at = null, leaves_at = null,
         accepted_warnings = '{}', changed_at = n, changed_by = caller_worker(), version = version + 1
   where status = 'RESERVED' and organisation_id = p.organisation_id
     and (placement_id = p_placement or family_id = p.family_id and held_until <= n);
  return true;
end $$;

-- ---- a house and its beds: opened, closed, made and taken out now, in one's own name, and no bed from under who lives in it
create function house_as_of_now() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); w uuid := caller_worker(); r jsonb := to_jsonb(new);
begin
  if w is null then
    return new;
  end if;
  if not coalesce(case tg_table_name
       when 'facility' then
         case tg_op when 'INSERT' then (r ->> 'opened_at')::timestamptz = n
                    else to_jsonb(old) -> 'closed_at' = r -> 'closed_at' and to_jsonb(old) -> 'closed_by' = r -> 'closed_by'
                         or to_jsonb(old) ->> 'closed_at' is null and (r ->> 'closed_at')::timestamptz = n and (r ->> 'closed_by')::uuid = w end
       when 'bed' then
         case tg_op when 'INSERT' then (r ->> 'made_at')::timestamptz = n
                         and exists (select from facility f where f.facility_id = (r ->> 'facility_id')::uuid and f.closed_at is null)
                    else to_jsonb(old) ->> 'removed_at' is null and (r ->> 'removed_at')::timestamptz = n
                         and not exists (select from bed_use u where u.bed_id = (r ->> 'bed_id')::uuid and u.left_at is null
                                                                 and (u.kind = 'STAY' or u.kind = 'HOLD' and u.expires_at > n)) end
       when 'facility_address' then (r ->> 'written_at')::timestamptz = n and (r ->> 'written_by')::uuid = w
     end, false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
do $$ declare t text; begin
  foreach t in array array['facility', 'bed', 'facility_address'] loop
    execute format('create trigger as_of_now before insert or update on %I for each row execute function house_as_of_now()', t);
  end loop;
end $$;

-- ---- said once of two people, and taken back now, by who may know both
update kept_apart k set lifted_at = greatest(k.said_at, o.said_at)
  from kept_apart o
 where k.lifted_at is null and o.lifted_at is null and o.organisation_id = k.organisation_id
   and least(o.case_id, o.other_case_id) = least(k.case_id, k.other_case_id)
   and greatest(o.case_id, o.other_case_id) = greatest(k.case_id, k.other_case_id)
   and (o.said_at, o.kept_apart_id) < (k.said_at, k.kept_apart_id);
create unique index kept_apart_once on kept_apart (organisation_id, least(case_id, other_case_id), greatest(case_id, other_case_id))
  where lifted_at is null;
drop policy lifted on kept_apart;
create policy lifted on kept_apart for update to alongside_app using (
    lifted_at is null and keeps_houses(organisation_id) and knows(case_id, 4) and knows(other_case_id, 4))
  with check (lifted_at = (select caller_now()));
create policy said_now on kept_apart as restrictive for insert to alongside_app with check (said_at = (select caller_now()));

-- ---- the way to a house is closed once, now; and where the time of a hold is over it is closed by that, whether or not a timer has come
drop policy ended on escort;
create policy ended on escort for update to alongside_app
  using (ended_at is null and keeps_houses(organisation_id) and places(case_id, organisation_id))
  with check (ended_by = (select caller_worker()) and ended_at = (select caller_now()));
create or replace function escorts_to(p_facility uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('CW')
     and exists (select from escort e join placement p using (placement_id)
                  where e.worker_id = caller_worker() and e.facility_id = p_facility and p.facility_id = p_facility
                    and p.status in ('RESERVED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')
                    and (p.held_until is null or p.held_until > caller_now())
                    and e.opened_at <= caller_now() and caller_now() < e.until_at and e.ended_at is null
                    and may('min', e.case_id, 4))
$$;

-- ---- a step is a code and has no room for words
alter table placement_step add constraint placement_step_without_words check (step ~ '^[A-Z_]{1,40}$');

-- ---- what waits is answered once, and what was said to it stands
drop policy answered on placement_gap;
create policy answered on placement_gap for update to alongside_app
  using (answered_at is null and ended_at is null and (select caller_is('CW', 'SUP')) and may('min', case_id, 4) and leads(case_id))
  with check (answered_by = (select caller_worker()) and answered_at = (select caller_now())
              and (ended_at is null or ended_at = (select caller_now()) and answer = 'STAYS_SAFE'));

grant select on setting, family to alongside_gatekeeper;
grant create on schema alongside to alongside_gatekeeper;
alter function beds_follow_placements() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function beds_follow_placements(), bed_used_as_of_now(), placement_as_of_now(), house_as_of_now() from public;
