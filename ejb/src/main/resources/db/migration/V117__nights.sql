-- Occupancy by night, as counters that move in the same transaction as who lives where: for coordinators and for the house, by code name,
-- never who. A night is somebody's who is there at its midnight, in the days of the house.

create table night_change (
  facility_id     uuid not null,
  organisation_id uuid not null,
  night           date not null,
  lived_in        int not null default 0,
  usable          int not null default 0,
  primary key (facility_id, night),
  foreign key (facility_id, organisation_id) references facility (facility_id, organisation_id)
);
comment on table night_change is 'By how many beds lived in, and usable, a night differs from the one before';

alter table night_change enable row level security, force row level security;
create policy by_function on night_change to alongside_gatekeeper using (true) with check (true);
create policy own on night_change for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM')));
create policy coordinated on night_change for select to alongside_app using ((select coordinates()));
grant select on night_change to alongside_app;
grant select, insert, update on night_change to alongside_gatekeeper;

create function nights_change(p_facility uuid, p_from timestamptz, p_until timestamptz, p_lived int, p_usable int) returns void
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare f facility;
begin
  select * into f from facility where facility_id = p_facility;
  insert into night_change as c (facility_id, organisation_id, night, lived_in, usable)
    select p_facility, f.organisation_id, (e.at at time zone f.zone)::date, sum(e.sign) * p_lived, sum(e.sign) * p_usable
      from (values (p_from, 1), (p_until, -1)) e (at, sign)
     where e.at is not null and isfinite(e.at)
     group by 3 having sum(e.sign) <> 0
  on conflict (facility_id, night) do update
    set lived_in = c.lived_in + excluded.lived_in, usable = c.usable + excluded.usable;
end $$;

create function nights_follow_use() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if tg_op <> 'INSERT' and old.kind <> 'HOLD' and not (old.kind = 'CLOSED' and isempty(old.during)) then
    perform nights_change(old.facility_id, lower(old.during), case old.kind when 'STAY' then old.left_at else upper(old.during) end,
                          case old.kind when 'STAY' then -1 else 0 end, case old.kind when 'CLOSED' then 1 else 0 end);
  end if;
  if tg_op <> 'DELETE' and new.kind <> 'HOLD' and not isempty(new.during) then
    perform nights_change(new.facility_id, lower(new.during), case new.kind when 'STAY' then new.left_at else upper(new.during) end,
                          case new.kind when 'STAY' then 1 else 0 end, case new.kind when 'CLOSED' then -1 else 0 end);
  end if;
  return null;
end $$;
create trigger nights after insert or update or delete on bed_use for each row execute function nights_follow_use();

create function nights_follow_bed() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform nights_change(new.facility_id, new.made_at, null, 0, 1);
  elsif old.removed_at is null and new.removed_at is not null then
    perform nights_change(new.facility_id, new.removed_at, null, 0, -1);
  end if;
  return null;
end $$;
create trigger nights after insert or update of removed_at on bed for each row execute function nights_follow_bed();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['nights_follow_use()', 'nights_follow_bed()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function nights_change(uuid, timestamptz, timestamptz, int, int) from public;
grant execute on function nights_change(uuid, timestamptz, timestamptz, int, int) to alongside_gatekeeper;
