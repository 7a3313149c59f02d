-- Who is in a bed, when: holds, stays and closings, with no case in it, and no two at once. The room decides the company, and a hold ends by itself.

create table bed_use (
  bed_use_id      uuid primary key default gen_random_uuid(),
  bed_id          uuid not null,
  room_id         uuid not null,
  facility_id     uuid not null,
  organisation_id uuid not null,
  kind            text not null check (kind in ('HOLD','STAY','CLOSED')),
  during          tstzrange not null,
  placement_id    uuid references placement,
  family_id       uuid,
  child           boolean,
  language        text,
  closed_for      text,
  expires_at      timestamptz,
  left_at         timestamptz,
  foreign key (bed_id, room_id, facility_id, organisation_id) references bed (bed_id, room_id, facility_id, organisation_id),
  check ((placement_id is null) = (kind = 'CLOSED')),
  check ((child is null) = (kind = 'CLOSED')),
  check ((closed_for is null) = (kind <> 'CLOSED')),
  check ((expires_at is null) = (kind <> 'HOLD')),
  check (left_at is null or kind = 'STAY'),
  constraint one_at_a_time exclude using gist (bed_id with =, during with &&)
);
comment on table bed_use is 'Holds, stays and closings of a bed; the database itself gives no bed twice, also of overlapping dates';
comment on column bed_use.during is 'Of a stay: until the day that was agreed, or no end; once she has left, until then';
comment on column bed_use.left_at is 'When she really left; until then nobody else moves in, whatever day was agreed';
create index bed_use_now on bed_use (organisation_id, facility_id) where left_at is null;
create index bed_use_room on bed_use (room_id) where left_at is null;
create index bed_use_placement on bed_use (placement_id) where placement_id is not null;

do $$ declare t text; begin
  foreach t in array array['bed_use'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
end $$;
create policy own on bed_use for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM')));
create policy closing on bed_use for insert to alongside_app with check (
  houses(organisation_id) and (kind = 'CLOSED' and caller_is('SHM')
    or exists (select from placement p where p.placement_id = bed_use.placement_id and places(p.case_id, p.organisation_id)
                                         and p.bed_id = bed_use.bed_id and p.family_id is not distinct from bed_use.family_id
                                         and p.child = bed_use.child and p.language = bed_use.language)));
create policy changed on bed_use for update to alongside_app using (
  houses(organisation_id) and (kind = 'CLOSED' and (select caller_is('SHM'))
    or exists (select from placement p where p.placement_id = bed_use.placement_id and places(p.case_id, p.organisation_id))));
grant insert, update (kind, during, expires_at, left_at) on bed_use to alongside_app;

-- ---- a child does not live among adults who are not her family, nor an adult among such children; and nobody moves in where somebody has
-- not left, whatever day was agreed. Whoever asks at the same time waits
create function people_fit() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
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
                and u.child <> new.child and (u.family_id is null or u.family_id is distinct from new.family_id)) then
    raise exception 'a child among unrelated adults' using errcode = 'AL041';
  end if;
  if lower(new.during) <= caller_now()
     and exists (select from bed_use u where u.bed_id = new.bed_id and u.kind = 'STAY' and u.left_at is null
                                         and u.bed_use_id <> new.bed_use_id and lower(u.during) <= caller_now()) then
    raise exception 'somebody has not left' using errcode = '23P01';
  end if;
  return new;
end $$;
create trigger people_fit before insert or update on bed_use for each row execute function people_fit();

-- ---- a hold that ran out: by the process when its time has come, and by whoever of the house needs the bed sooner. The whole family's,
-- and nothing of anybody whose time has not come
create function hold_ends(p_placement uuid) returns boolean
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
   where u.placement_id = q.placement_id and u.kind = 'HOLD' and q.status = 'RESERVED'
     and (q.placement_id = p_placement or q.family_id = p.family_id);
  update placement set status = 'REQUESTED', bed_id = null, facility_id = null, held_until = null, arrives_at = null, leaves_at = null,
         accepted_warnings = '{}', changed_at = n, changed_by = caller_worker(), version = version + 1
   where status = 'RESERVED' and (placement_id = p_placement or family_id = p.family_id);
  return true;
end $$;

-- her agreement has ended, and with it all that the house could read: the bed is still hers until somebody says that it is empty. The
-- manager says it of the bed and learns nothing by it; who leads sees that she left, and that nobody knows where to
create function bed_vacated(p_bed uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare p placement; n timestamptz := caller_now();
begin
  select q.* into p from bed_use u join placement q using (placement_id)
   where u.bed_id = p_bed and u.kind = 'STAY' and u.left_at is null for update of q;
  if not found or not keeps_houses(p.organisation_id)
     or exists (select from access_grant g
                 where g.case_id = p.case_id and g.organisation_id = p.organisation_id and g.category = 2 and g.level in ('F','W')
                   and g.valid_from <= n and n < g.valid_until and (g.ended_at is null or n < g.ended_at)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update bed_use set left_at = n, during = tstzrange(lower(during), least(upper(during), n))
   where placement_id = p.placement_id and kind = 'STAY' and left_at is null;
  update placement set status = 'ENDED', end_reason = 'ACCESS_ENDED', absent_until = null, ended_at = n, ended_by = caller_worker(),
         changed_at = n, changed_by = caller_worker(), version = version + 1
   where placement_id = p.placement_id;
end $$;

grant delete on bed_use to alongside_gatekeeper;
grant select, update (version) on room to alongside_gatekeeper;
grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['hold_ends(uuid)', 'bed_vacated(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
alter function people_fit() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function people_fit() from public;
