-- Houses in which people live, by code name, with their rooms and beds. That a house exists is a secret by itself: it is read by those who
-- work in it, its occupancy by coordinators, and where it stands by nobody but its own staff and a named escort, for hours.

create extension btree_gist schema alongside;

insert into setting (name, value, basis) values
  ('bed-held', '4 hours', 'DL36'),
  ('escort-longest', '24 hours', 'DOMAIN 7.3'),
  ('move-agreement-counts', '7 days', 'design');

create table facility (
  facility_id     uuid primary key,
  organisation_id uuid not null references organisation,
  team_id         uuid not null references team,
  code_name       text not null check (length(code_name) between 1 and 60),
  type            text not null,
  security        text not null,
  staffed         text not null,
  zone            text not null,
  opened_at       timestamptz not null,
  opened_by       uuid not null references worker,
  closed_at       timestamptz,
  closed_by       uuid references worker,
  version         int not null default 0,
  unique (facility_id, organisation_id),
  check ((closed_at is null) = (closed_by is null))
);
comment on table facility is 'A house by the name that says nothing of where it is';
comment on column facility.zone is 'In whose days its nights are counted';
comment on column facility.team_id is 'The shift that works there';
-- of one organisation alone: a name that is taken elsewhere must not be told
create unique index facility_name on facility (organisation_id, lower(code_name)) where closed_at is null;

create table room (
  room_id         uuid primary key,
  facility_id     uuid not null,
  organisation_id uuid not null,
  label           text not null check (length(label) between 1 and 40),
  sexes           text[] not null default '{}',
  min_age         smallint check (min_age between 0 and 120),
  max_age         smallint check (max_age between 0 and 120),
  one_family      boolean not null,
  accessibility   text[] not null default '{}',
  version         int not null default 0,
  foreign key (facility_id, organisation_id) references facility (facility_id, organisation_id),
  unique (room_id, facility_id, organisation_id),
  unique (facility_id, label),
  check (min_age is null or max_age is null or min_age <= max_age)
);
comment on table room is 'The unit in which people live together: who is in it is asked of every bed in it';
comment on column room.sexes is 'sex_recorded codes it is for; empty: everybody';
comment on column room.one_family is 'For people of one family alone';

create table bed (
  bed_id          uuid primary key,
  room_id         uuid not null,
  facility_id     uuid not null,
  organisation_id uuid not null,
  label           text not null check (length(label) between 1 and 20),
  made_at         timestamptz not null,
  made_by         uuid not null references worker,
  removed_at      timestamptz,
  foreign key (room_id, facility_id, organisation_id) references room (room_id, facility_id, organisation_id),
  unique (bed_id, room_id, facility_id, organisation_id),
  unique (facility_id, label)
);
create index bed_of_room on bed (room_id);
create index bed_of_house on bed (organisation_id, facility_id) where removed_at is null;

create table facility_address (
  facility_id     uuid primary key,
  organisation_id uuid not null,
  address         text not null check (length(address) between 1 and 500),
  way             text check (length(way) <= 1000),
  written_at      timestamptz not null,
  written_by      uuid not null references worker,
  version         int not null default 0,
  foreign key (facility_id, organisation_id) references facility (facility_id, organisation_id)
);
comment on table facility_address is 'Where a house stands, and nothing else holds it (DOMAIN 0.6)';

-- ---- whose it is
-- one's own house: those who work there with people, never an administrator of it
create function houses(p_organisation uuid) returns boolean stable parallel safe
  return p_organisation = caller_organisation() and caller_is('SHS', 'SHM');
create function keeps_houses(p_organisation uuid) returns boolean stable parallel safe
  return p_organisation = caller_organisation() and caller_is('SHM');
create function coordinates() returns boolean stable parallel safe
  return caller_is('NRM') and exists (select from organisation o where o.organisation_id = caller_organisation() and o.competent_authority);

do $$ declare t text; begin
  foreach t in array array['facility', 'room', 'bed', 'facility_address'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
    execute format('create policy own on %I for select to alongside_app using (
      organisation_id = (select caller_organisation()) and (select caller_is(''SHS'', ''SHM'')))', t);
    execute format('create policy changed on %I for update to alongside_app using (
      organisation_id = (select caller_organisation()) and (select caller_is(''SHS'', ''SHM'')))
      with check (organisation_id = (select caller_organisation()))', t);
  end loop;
end $$;
create policy coordinated on facility for select to alongside_app using ((select coordinates()));
create policy made on facility for insert to alongside_app with check (
  keeps_houses(organisation_id) and opened_by = (select caller_worker()) and closed_at is null
  and exists (select from team t where t.team_id = facility.team_id and t.organisation_id = facility.organisation_id));
-- asked before any key is looked at: a name or a place that is taken in another's house is not told
create policy made on room for insert to alongside_app with check (
  keeps_houses(organisation_id)
  and exists (select from facility f where f.facility_id = room.facility_id and f.organisation_id = room.organisation_id));
create policy made on bed for insert to alongside_app with check (
  keeps_houses(organisation_id) and made_by = (select caller_worker()) and removed_at is null
  and exists (select from room r where r.room_id = bed.room_id and r.facility_id = bed.facility_id and r.organisation_id = bed.organisation_id));
create policy made on facility_address for insert to alongside_app with check (
  keeps_houses(organisation_id) and written_by = (select caller_worker())
  and exists (select from facility f where f.facility_id = facility_address.facility_id and f.organisation_id = facility_address.organisation_id));
-- whoever gives a bed holds its room first: shift and manager may, and nothing but the version moves by that
grant update (version, closed_at, closed_by) on facility to alongside_app;
grant update (version) on room to alongside_app;
grant update (removed_at) on bed to alongside_app;
grant update (address, way, written_at, written_by, version) on facility_address to alongside_app;

-- what only the manager changes, although the shift may hold the row
create function house_by_manager() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null and not caller_is('SHM')
     and to_jsonb(new) - 'version' is distinct from to_jsonb(old) - 'version' then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
do $$ declare t text; begin
  foreach t in array array['facility', 'room', 'bed', 'facility_address'] loop
    execute format('create trigger by_manager before update on %I for each row execute function house_by_manager()', t);
  end loop;
end $$;
revoke all on function house_by_manager() from public;
