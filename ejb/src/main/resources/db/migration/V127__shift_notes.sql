-- What one shift of a house leaves to the next: a note about the house, and lines, some of them about people who live there. A line about
-- somebody is there for those who keep her placement, and for nobody else who reads the note.

insert into setting (name, value, basis) values ('shift-note-folded', '7 days', 'design');

create table shift_note (
  shift_note_id   uuid primary key,
  facility_id     uuid not null,
  organisation_id uuid not null,
  words           text check (length(words) between 1 and 2000),
  written_at      timestamptz not null,
  written_by      uuid not null references worker,
  taken_over_at   timestamptz,
  taken_over_by   uuid references worker,
  foreign key (facility_id, organisation_id) references facility (facility_id, organisation_id),
  unique (shift_note_id, facility_id, organisation_id),
  check ((taken_over_at is null) = (taken_over_by is null)),
  check (taken_over_by <> written_by),
  check (written_at <= taken_over_at)
);
comment on table shift_note is 'What a shift leaves; of the house, never of anybody by name';
comment on column shift_note.taken_over_by is 'Who has read it and goes on from there: somebody else than wrote it';
create index shift_note_of_house on shift_note (facility_id, written_at desc);

create table shift_line (
  shift_line_id   uuid primary key,
  shift_note_id   uuid not null,
  facility_id     uuid not null,
  organisation_id uuid not null,
  place           smallint not null,
  case_id         uuid references case_file,
  kind            text not null check (kind in ('KNOW','DO')),
  words           text not null check (length(words) between 1 and 500),
  due_at          timestamptz,
  done_at         timestamptz,
  done_by         uuid references worker,
  foreign key (shift_note_id, facility_id, organisation_id) references shift_note (shift_note_id, facility_id, organisation_id),
  check ((done_at is null) = (done_by is null)),
  check (kind = 'DO' or due_at is null and done_at is null)
);
comment on table shift_line is 'One thing that the next shift knows or does; category shelter and placement where it is about somebody';
comment on column shift_line.case_id is 'Whom of the house it is about; null: the house';
create index shift_line_of_note on shift_line (shift_note_id, place);
create index shift_line_open on shift_line (facility_id) where kind = 'DO' and done_at is null;
create index shift_line_case on shift_line (case_id) where case_id is not null;

do $$ declare t text; begin
  foreach t in array array['shift_note', 'shift_line'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
  end loop;
end $$;

-- a house of one's own that is not closed; asked as whoever asks, so that another's is as one that is not there
create function works_in_house(p_facility uuid, p_organisation uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select houses(p_organisation)
     and exists (select from facility f where f.facility_id = p_facility and f.organisation_id = p_organisation and f.closed_at is null)
$$;
-- somebody who lives or has lived in that house, whom the caller places
create function housed_there(p_case uuid, p_facility uuid, p_organisation uuid, p_now_only boolean) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select places(p_case, p_organisation)
     and exists (select from placement p
                  where p.case_id = p_case and p.facility_id = p_facility and p.organisation_id = p_organisation
                    and (p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED') or not p_now_only and p.admitted_at is not null))
$$;

create policy own on shift_note for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM')));
create policy written on shift_note for insert to alongside_app with check (
  works_in_house(facility_id, organisation_id) and written_by = (select caller_worker()) and written_at = (select caller_now())
  and taken_over_at is null);
create policy taken_over on shift_note for update to alongside_app using (
    organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM'))
    and written_by <> (select caller_worker()) and taken_over_at is null)
  with check (taken_over_by = (select caller_worker()) and taken_over_at = (select caller_now()));
grant update (taken_over_at, taken_over_by) on shift_note to alongside_app;

create policy own on shift_line for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM'))
  and (case_id is null or keeps_placements(case_id, organisation_id)));
create policy written on shift_line for insert to alongside_app with check (
  works_in_house(facility_id, organisation_id) and done_at is null
  and exists (select from shift_note n where n.shift_note_id = shift_line.shift_note_id and n.facility_id = shift_line.facility_id
                and n.written_by = (select caller_worker()) and n.written_at = (select caller_now()))
  and (case_id is null or housed_there(case_id, facility_id, organisation_id, true)));
create policy done on shift_line for update to alongside_app using (
    organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM')) and kind = 'DO' and done_at is null
    and (case_id is null or keeps_placements(case_id, organisation_id)))
  with check (done_by = (select caller_worker()) and done_at = (select caller_now()));
grant update (done_at, done_by) on shift_line to alongside_app;
revoke all on function works_in_house(uuid, uuid), housed_there(uuid, uuid, uuid, boolean) from public;
grant execute on function works_in_house(uuid, uuid), housed_there(uuid, uuid, uuid, boolean) to alongside_app;
