-- An organisation brings the cases that it has, and may take its cases with it. What was uploaded is what survivors told: each row
-- of it is erased in the transaction that opens its case, and the rest when the import ends.

create table case_import (
  import_id       uuid primary key,
  organisation_id uuid not null references organisation,
  requested_by    uuid not null references worker,
  uploaded_at     timestamptz not null,
  format          text not null,
  file_hash       text not null,
  columns         text[] not null,
  caseworker_id   uuid not null references worker,
  legal_basis     text not null,
  everyone        jsonb,
  total           int not null check (total >= 0),
  good            int not null check (good >= 0),
  bad             int not null check (bad >= 0),
  known           int not null check (known >= 0),
  choice          text check (choice in ('ALL','GOOD')),
  begun_at        timestamptz,
  moved_at        timestamptz,
  opened          int not null default 0,
  refused         int not null default 0,
  ended_at        timestamptz,
  seen_at         timestamptz,
  discarded_at    timestamptz,
  check ((begun_at is null) = (choice is null)),
  check (discarded_at is null or begun_at is null)
);
comment on table case_import is 'A file of cases that a supervisor brought: what it was, never what stood in it';
comment on column case_import.seen_at is 'When the one who brought it saw that it has ended';
comment on column case_import.everyone is 'Codes that hold for every row where the file has no column for them';
create index case_import_organisation on case_import (organisation_id, uploaded_at);

create table case_import_row (
  import_id uuid not null references case_import,
  line      int not null,
  key       text not null,
  content   text,
  state     text not null check (state in ('WAITING','BAD','KNOWN','OPENED','REFUSED')),
  primary key (import_id, line)
);
comment on column case_import_row.content is 'The row as text; null as soon as its case is open or the import has ended';
create index case_import_row_waiting on case_import_row (import_id, line) where state = 'WAITING';

create table case_import_fault (
  import_id   uuid not null references case_import,
  line        int not null,
  position    int not null,
  column_name text not null,
  code        text not null,
  mentions    text[] not null default '{}',
  primary key (import_id, line, position)
);
comment on table case_import_fault is 'What is wrong in which line and column, by code; never what stood there';

create table imported_record (
  organisation_id uuid not null references organisation,
  key             text not null,
  case_id         uuid not null references case_file deferrable initially deferred,
  imported_at     timestamptz not null,
  primary key (organisation_id, key)
);
comment on table imported_record is 'Which record of which file became which case: running an import again opens nothing twice. Never found by likeness';
comment on column imported_record.key is 'Hash of the organisation''s own record id, or of the file and the line';

create table case_origin (
  case_id      uuid primary key references case_file,
  legal_basis  text not null,
  agreed_on    date,
  opened_on    date,
  recorded_at  timestamptz not null,
  recorded_by  uuid not null references worker
);
comment on table case_origin is 'On what basis the case was kept where it came from, and since when; category referrals, as all consents';

create table case_export (
  export_id        uuid primary key,
  organisation_id  uuid not null references organisation,
  requested_by     uuid not null references worker,
  requested_at     timestamptz not null,
  reason           text not null check (length(reason) between 1 and 500),
  approved_at      timestamptz,
  refused_at       timestamptz,
  decided_by       uuid references worker,
  packing_asked_at timestamptz,
  packed_at        timestamptz,
  cases            int,
  lost_at          timestamptz,
  fetched_at       timestamptz,
  expires_at       timestamptz,
  check (decided_by <> requested_by),
  check ((decided_by is null) = (approved_at is null and refused_at is null)),
  check (approved_at is null or refused_at is null)
);
comment on table case_export is 'Taking an organisation''s own cases out: one supervisor asks, another one decides';
comment on column case_export.lost_at is 'The passphrase, which is kept nowhere, was lost with the server before it was used: it must be typed again';
create index case_export_organisation on case_export (organisation_id, requested_at);

create table case_export_file (
  export_id uuid primary key references case_export,
  content   bytea not null
);
comment on table case_export_file is 'The encrypted file, until it is fetched, once, or a day has passed';

insert into setting (name, value, basis) values ('export-fetched-within', '24 hours', 'design');

-- ---- an errand: work for the processes that a supervisor asked for. The database says for whom and how far, from its own rows.
create function caller_errand() returns text stable parallel safe
  return nullif(pg_catalog.current_setting('alongside.errand', true), '');

create function errand_open(p_kind text, p_id uuid, p_now timestamptz)
returns table (worker_id uuid, organisation_id uuid)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare w uuid; o uuid; s int; m int; r int; c int; f int;
begin
  if p_kind = 'IMPORT' then
    select i.requested_by, i.organisation_id into w, o from case_import i
     where i.import_id = p_id and i.begun_at is not null and i.ended_at is null;
  elsif p_kind = 'EXPORT' then
    select x.requested_by, x.organisation_id into w, o from case_export x
     where x.export_id = p_id and x.approved_at is not null and x.packing_asked_at is not null and x.packed_at is null;
  end if;
  -- who asked must still be who they were when they asked
  if w is null or not exists (
      select from worker k join organisation h on h.organisation_id = k.organisation_id
        join worker_role l on l.worker_id = k.worker_id and l.role_code = 'SUP'
       where k.worker_id = w and k.organisation_id = o and (k.left_at is null or k.left_at > p_now)
         and (h.suspended_at is null or h.suspended_at > p_now)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform caller_open(w, o, '{SUP}', p_now);
  select coalesce(bit_or(1 << category) filter (where access in ('F','R','W','M','E','*')), 0),
         coalesce(bit_or(1 << category) filter (where access in ('F','R','M','*')), 0),
         coalesce(bit_or(1 << category) filter (where access in ('F','R','*')), 0),
         coalesce(bit_or(1 << category) filter (where access = 'C'), 0),
         coalesce(bit_or(1 << category) filter (where access in ('F','W','*')), 0)
    into s, m, r, c, f from role_category where role_code = 'CW';
  perform set_config('alongside.errand', p_kind, true);
  if p_kind = 'IMPORT' then
    -- writes what a caseworker writes at intake
    perform set_config('alongside.write', f::text, true);
  else
    -- reads what caseworkers of the house read, in all its teams
    perform set_config('alongside.seen', s::text, true),
            set_config('alongside.min', m::text, true),
            set_config('alongside.read', r::text, true),
            set_config('alongside.conditional', c::text, true),
            set_config('alongside.holders', (select array_agg(t.team_id) || w from team t where t.organisation_id = o)::text, true);
  end if;
  return query select w, o;
end $$;

create function export_decide(p_export uuid, p_approve boolean) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update case_export
     set approved_at = case when p_approve then caller_now() end, refused_at = case when not p_approve then caller_now() end,
         decided_by = caller_worker()
   where export_id = p_export and organisation_id = caller_organisation() and caller_is('SUP')
     and requested_by <> caller_worker() and decided_by is null;
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
end $$;

-- what the hourly retention process removes, as the system and nothing else
create function transfer_purge() returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not caller_is_system() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update case_import set discarded_at = caller_now()
   where begun_at is null and discarded_at is null and uploaded_at <= caller_now() - interval '24 hours';
  update case_import_row r set content = null from case_import i
   where i.import_id = r.import_id and r.content is not null and (i.discarded_at is not null or i.ended_at is not null);
  delete from case_export_file f using case_export x
   where x.export_id = f.export_id and (x.expires_at <= caller_now() or x.fetched_at is not null);
end $$;

do $$ declare t text; begin
  foreach t in array array['case_import','case_import_row','case_import_fault','imported_record','case_origin','case_export','case_export_file'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
  end loop;
end $$;

create policy own_house on case_import for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SUP')));
create policy brought on case_import for insert to alongside_app with check (
  organisation_id = caller_organisation() and requested_by = caller_worker() and caller_is('SUP')
  and begun_at is null and opened = 0 and refused = 0);
create policy moved on case_import for update to alongside_app
  using (requested_by = (select caller_worker()) and organisation_id = (select caller_organisation()) and (select caller_is('SUP')));
grant update (choice, begun_at, moved_at, opened, refused, ended_at, seen_at, discarded_at) on case_import to alongside_app;

create policy uploader on case_import_row to alongside_app
  using (exists (select from case_import i where i.import_id = case_import_row.import_id and i.requested_by = (select caller_worker())))
  with check (exists (select from case_import i where i.import_id = case_import_row.import_id and i.requested_by = (select caller_worker())));
grant update (content, state) on case_import_row to alongside_app;
create policy own_house on case_import_fault to alongside_app
  using (exists (select from case_import i where i.import_id = case_import_fault.import_id))
  with check (exists (select from case_import i where i.import_id = case_import_fault.import_id and i.requested_by = (select caller_worker())));

create policy own_house on imported_record for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SUP')));
create policy opened on imported_record for insert to alongside_app with check (
  organisation_id = caller_organisation() and caller_errand() = 'IMPORT');
create policy granted on case_origin for select to alongside_app using (may('read', case_id, 2048));
create policy written on case_origin for insert to alongside_app with check (
  may('write', case_id, 2048) and recorded_by = caller_worker());

create policy brought on case_file for insert to alongside_app with check (
  caller_errand() = 'IMPORT' and opened_by = (select caller_worker()) and lead_organisation_id = (select caller_organisation())
  and supervises(lead_team_id) and belongs_to(lead_worker_id, lead_team_id));

create policy own_house on case_export for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SUP')));
create policy asked on case_export for insert to alongside_app with check (
  organisation_id = caller_organisation() and requested_by = caller_worker() and caller_is('SUP')
  and decided_by is null and packing_asked_at is null);
create policy moved on case_export for update to alongside_app
  using (requested_by = (select caller_worker()) and organisation_id = (select caller_organisation()) and approved_at is not null);
grant update (packing_asked_at, packed_at, cases, lost_at, fetched_at, expires_at) on case_export to alongside_app;
create policy asker on case_export_file to alongside_app
  using (exists (select from case_export x where x.export_id = case_export_file.export_id and x.requested_by = (select caller_worker())))
  with check (caller_errand() = 'EXPORT'
    and exists (select from case_export x where x.export_id = case_export_file.export_id and x.requested_by = (select caller_worker())));
grant delete on case_export_file to alongside_app;

grant select, update on case_import, case_import_row, case_export to alongside_gatekeeper;
grant select, delete on case_export_file to alongside_gatekeeper;
grant select on worker_role, organisation, worker to alongside_gatekeeper;

grant create on schema alongside to alongside_gatekeeper;
alter function errand_open(text, uuid, timestamptz) owner to alongside_gatekeeper;
alter function export_decide(uuid, boolean) owner to alongside_gatekeeper;
alter function transfer_purge() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function errand_open(text, uuid, timestamptz), export_decide(uuid, boolean), transfer_purge() from public;
grant execute on function errand_open(text, uuid, timestamptz), export_decide(uuid, boolean), transfer_purge(), caller_errand() to alongside_app;
grant execute on function caller_errand() to alongside_gatekeeper;
