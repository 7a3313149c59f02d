-- Who belongs to a family is said by who leads, of both: a house that shelters two people puts nobody together by itself. A family that is
-- placed together is one by their word, whatever was asked at the door; and where the word is taken back, they share no room from then on.

create table family_word (
  case_id         uuid not null references case_file,
  other_case_id   uuid not null references case_file,
  organisation_id uuid not null references organisation,
  said_at         timestamptz not null,
  said_by         uuid not null references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  primary key (case_id, other_case_id, said_at),
  check (case_id <> other_case_id),
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at >= said_at)
);
comment on table family_word is 'Who leads the first says that the second is of her family; two are a family when it is said of both. Category shelter and placement';
create unique index family_word_stands on family_word (case_id, other_case_id) where ended_at is null;
create index family_word_other on family_word (other_case_id) where ended_at is null;

alter table family_word enable row level security, force row level security;
create policy by_function on family_word to alongside_gatekeeper using (true) with check (true);
grant select, insert on family_word to alongside_app;
grant select, update on family_word to alongside_gatekeeper;
create policy led on family_word for select to alongside_app using (
  (select caller_is('CW', 'SUP')) and may('min', case_id, 4) and leads(case_id));
-- the house reads it of those whom it shelters itself, both of them
create policy sheltered on family_word for select to alongside_app using (
  (select caller_is('SHS', 'SHM')) and keeps_placements(case_id, (select caller_organisation()))
  and keeps_placements(other_case_id, (select caller_organisation())));
create policy said on family_word for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and said_by = (select caller_worker()) and said_at = (select caller_now()) and ended_at is null
  and (select caller_is('CW')) and leads(case_id) and may('min', case_id, 4) and knows(other_case_id, 1));
create trigger only_while_open before insert on family_word for each row execute function only_while_open();
create trigger told after insert or update on family_word for each row execute function tell_lead();

-- said of both, by whoever leads each of them
create function of_one_family(p_case uuid, p_other uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from family_word where case_id = p_case and other_case_id = p_other and ended_at is null)
     and exists (select from family_word where case_id = p_other and other_case_id = p_case and ended_at is null)
$$;
-- the same for whoever may read one half of it: whether the other half is said, too
create function family_agreed(p_case uuid, p_other uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (leads(p_case) and may('min', p_case, 4) or keeps_placements(p_case, caller_organisation()))
     and of_one_family(p_case, p_other)
$$;

-- ---- whoever comes into a family is of one family with everybody in it; whoever does it at the same time waits
create function family_is_said() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null and not houses(new.organisation_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform 1 from family where family_id = new.family_id and organisation_id = new.organisation_id for no key update;
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if exists (select from placement q
              where q.family_id = new.family_id and q.case_id <> new.case_id
                and q.status in ('REQUESTED','OFFERED','RESERVED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')
                and not of_one_family(new.case_id, q.case_id)) then
    raise exception 'a family of which nobody who leads has said so' using errcode = 'AL044';
  end if;
  return new;
end $$;
create trigger family_is_said before insert on placement for each row when (new.family_id is not null) execute function family_is_said();
create trigger family_is_said_later before update of family_id on placement for each row
  when (new.family_id is not null and new.family_id is distinct from old.family_id) execute function family_is_said();

-- the room asks for the word, too: who was taken out of a family since is as strange to its children as anybody
create or replace function people_fit() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  -- with whom she is placed is asked when somebody moves: nobody is in another bed by it
  if tg_op = 'UPDATE' and to_jsonb(new) - 'family_id' = to_jsonb(old) - 'family_id' and current_user = 'alongside_gatekeeper' then
    return new;
  end if;
  -- before anything is looked at: what is not their house's is as if it were not there
  if caller_worker() is not null and not houses(new.organisation_id)
     or not exists (select from bed b where b.bed_id = new.bed_id and b.room_id = new.room_id and b.organisation_id = new.organisation_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  -- who leaves needs no room held: two who change places do not wait for each other
  if new.kind = 'CLOSED' or new.left_at is not null or isempty(new.during) then
    return new;
  end if;
  perform 1 from room where room_id = new.room_id for no key update;
  if exists (select from bed_use u
              where u.room_id = new.room_id and u.during && new.during and u.kind <> 'CLOSED' and u.bed_use_id <> new.bed_use_id
                and u.placement_id <> new.placement_id
                and u.child <> new.child
                and (u.family_id is null or u.family_id is distinct from new.family_id
                     or not exists (select from placement a, placement b
                                     where a.placement_id = u.placement_id and b.placement_id = new.placement_id
                                       and of_one_family(a.case_id, b.case_id)))) then
    raise exception 'a child among unrelated adults' using errcode = 'AL041';
  end if;
  if lower(new.during) <= caller_now()
     and exists (select from bed_use u where u.bed_id = new.bed_id and u.kind = 'STAY' and u.left_at is null
                                         and u.bed_use_id <> new.bed_use_id and lower(u.during) <= caller_now()) then
    raise exception 'somebody has not left' using errcode = '23P01';
  end if;
  return new;
end $$;

-- ---- steps that no person goes, and so no person may: somebody comes into a family or out of it where she stands
drop trigger goes on placement;
create trigger goes before update on placement for each row
  when (not (current_user = 'alongside_gatekeeper'
             and (old.status = new.status or old.status in ('REQUESTED','OFFERED','RESERVED') and new.status = 'DECLINED_BY_SURVIVOR')))
  execute function placement_goes();

-- from now on she is placed with that family: who waits for a bed as well as who lives in the house already, and whose family comes later
create or replace function placed_together(p_placement uuid, p_family uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare p placement;
begin
  select * into p from placement where placement_id = p_placement for update;
  if not found or p.status not in ('REQUESTED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED') or p.family_id is not null
     or not places(p.case_id, p.organisation_id)
     or not exists (select from family f where f.family_id = p_family and f.organisation_id = p.organisation_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update placement set family_id = p_family, changed_at = caller_now(), changed_by = caller_worker(), version = version + 1
   where placement_id = p_placement;
  update bed_use set family_id = p_family where placement_id = p_placement and left_at is null;
end $$;

-- she is not of the family: whoever leads takes back what they said of her and each of them, and no house places her with them any more
create function family_word_ends(p_case uuid, p_other uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now();
begin
  if not coalesce(caller_is('CW') and leads(p_case) and may('min', p_case, 4), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform 1 from placement where case_id = p_other order by placement_id for update;
  with hers as materialized (
         select p_case as case_id union select w.other_case_id from family_word w where w.case_id = p_case and w.ended_at is null)
  update family_word w set ended_at = n, ended_by = caller_worker()
    from hers h
   where w.ended_at is null and h.case_id <> p_other
     and (w.case_id = p_other and w.other_case_id = h.case_id or w.case_id = h.case_id and w.other_case_id = p_other)
     and leads(w.case_id);
  with parted as (
    update placement p set family_id = null, changed_at = n, version = version + 1
     where p.case_id = p_other and p.family_id is not null
       and p.status in ('REQUESTED','OFFERED','RESERVED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')
       and exists (select from placement q where q.family_id = p.family_id and q.case_id <> p_other
                      and q.status in ('REQUESTED','OFFERED','RESERVED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')
                      and not of_one_family(p_other, q.case_id))
    returning p.placement_id)
  update bed_use u set family_id = null from parted where u.placement_id = parted.placement_id and u.left_at is null;
end $$;

grant update (organisation_id) on family to alongside_gatekeeper;
grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['of_one_family(uuid, uuid)', 'family_agreed(uuid, uuid)', 'family_word_ends(uuid, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
alter function family_is_said() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function family_is_said() from public;
grant execute on function family_agreed(uuid, uuid), family_word_ends(uuid, uuid) to alongside_app;
