-- Legal matters. Four depths, four tables (DOMAIN 7.2, 7.3): that there is one (existence); how far it is (all that a coordinator
-- is told); when and where she must be, what she needs for it and by which day something is due (the minimum); and the lawyer's
-- own file, which is read by those of the lawyer's organisation who act for her, and by nobody else.

create table matter (
  matter_id       uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  opened_at       timestamptz not null,
  opened_by       uuid not null references worker,
  version         int not null default 0,
  unique (matter_id, case_id, organisation_id)
);
comment on table matter is 'That a lawyer acts for her in something';
comment on column matter.organisation_id is 'The lawyer''s';
create index matter_case on matter (case_id);

create table matter_stage (
  matter_id       uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null,
  stage           text not null,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id)
);

create table matter_file (
  matter_id       uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null,
  track           text not null,
  hearing_type    text,
  hearing_mode    text,
  note            text check (length(note) <= 4000),
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id)
);
comment on table matter_file is 'Privileged: never for a supervisor of another house, an administrator or a coordinator';

create table hearing_minimum (
  matter_id            uuid primary key,
  case_id              uuid not null,
  organisation_id      uuid not null,
  lead_organisation_id uuid not null references organisation,
  hearing_at           timestamptz,
  place                text,
  needs                text[] not null default '{}',
  arranged             text[] not null default '{}',
  protection           text[] not null default '{}',
  deadline_on          date,
  next_on              date generated always as (least((hearing_at at time zone 'UTC')::date, deadline_on)) stored,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  check ((hearing_at is null) = (place is null)),
  check (hearing_at is not null or needs = '{}')
);
comment on table hearing_minimum is 'What others need to help her through it, and no word more: the minimum subset';
comment on column hearing_minimum.place is 'What kind of place, never which';
comment on column hearing_minimum.arranged is 'Which of the needs somebody took on for this hearing; kept by trigger';
comment on column hearing_minimum.lead_organisation_id is 'Who leads the case, for its lists; kept by trigger';
create index hearing_minimum_case on hearing_minimum (case_id);
create index hearing_of_lawyer on hearing_minimum (organisation_id, next_on, matter_id) where next_on is not null;
create index hearing_of_lead on hearing_minimum (lead_organisation_id, next_on, matter_id) where next_on is not null;

create table hearing_support (
  matter_id       uuid not null references matter,
  need            text not null,
  hearing_at      timestamptz not null,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  worker_id       uuid not null references worker,
  taken_at        timestamptz not null,
  primary key (matter_id, need, hearing_at)
);
comment on table hearing_support is 'Who does what she needs at a hearing; for that day only: moved to another, it is asked again';
create index hearing_support_case on hearing_support (case_id);

create table matter_change (
  change_id       uuid primary key,
  matter_id       uuid not null references matter,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  version         int not null,
  fields          text[] not null,
  changed_at      timestamptz not null,
  changed_by      uuid not null references worker
);
comment on table matter_change is 'Which fields of a matter changed with which version, never their values';
create index matter_change_matter on matter_change (matter_id, version);
create index matter_change_case on matter_change (case_id);

-- ---- what the policies ask
-- a house that shelters people
create function shelters(p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from organisation o where o.organisation_id = p_organisation and o.type = 'SHELTER')
      or exists (select from service s where s.organisation_id = p_organisation and s.service_type = 'SHELTER')
$$;

-- whether the caller may know that this organisation helps her: of a house that shelters only who reads of her housing, or leads
create function may_name(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() or leads(p_case) or may('min', p_case, 4) or not shelters(p_organisation)
$$;

-- whether it is the caller's own file: of their organisation, by a role that writes legal matters, on a case that is theirs
create function keeps_matters(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and caller_mask('write') & 128 <> 0 and knows(p_case, 128)
$$;

-- the minimum is for those who help her there; a coordinator is told the stage and nothing else (DOMAIN 7.3)
create function helps_with_hearings() returns boolean stable parallel safe
  return caller_is('CW', 'SUP', 'SHS', 'SHM', 'LAW', 'LEL', 'GRD');

do $$ declare t text; begin
  foreach t in array array['matter','matter_stage','matter_file','hearing_minimum','hearing_support','matter_change'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
  end loop;
  foreach t in array array['matter_stage','matter_file','hearing_minimum'] loop
    execute format('create policy written on %I for insert to alongside_app with check (
      organisation_id = (select caller_organisation()) and may(''write'', case_id, 128))', t);
    execute format('create policy changed on %I for update to alongside_app using (
      organisation_id = (select caller_organisation()) and may(''write'', case_id, 128))', t);
  end loop;
end $$;

create policy existence on matter for select to alongside_app using (knows(case_id, 128));
create policy written on matter for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and opened_by = (select caller_worker()) and may('write', case_id, 128));
create policy changed on matter for update to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 128));
grant update (version) on matter to alongside_app;

create policy known on matter_stage for select to alongside_app using (
  keeps_matters(case_id, organisation_id) or (select caller_is('NRM')) and may('min', case_id, 128));
grant update (stage) on matter_stage to alongside_app;

create policy own on matter_file for select to alongside_app using (keeps_matters(case_id, organisation_id));
grant update (track, hearing_type, hearing_mode, note) on matter_file to alongside_app;

create policy known on hearing_minimum for select to alongside_app using (
  (select helps_with_hearings()) and may('min', case_id, 128) or keeps_matters(case_id, organisation_id));
grant update (hearing_at, place, needs, protection, deadline_on) on hearing_minimum to alongside_app;

create policy known on hearing_support for select to alongside_app using (
  exists (select from hearing_minimum h where h.matter_id = hearing_support.matter_id
                                          and (hearing_support.organisation_id = (select caller_organisation()) or leads(h.case_id)
                                               or keeps_matters(h.case_id, h.organisation_id)))
  and may_name(case_id, organisation_id));
create policy taken on hearing_support for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and worker_id = (select caller_worker())
  and (select caller_is('CW', 'SHS', 'SHM', 'LAW'))
  and exists (select from hearing_minimum h where h.matter_id = hearing_support.matter_id and h.case_id = hearing_support.case_id
                                              and h.hearing_at = hearing_support.hearing_at and hearing_support.need = any (h.needs)));
create policy given_back on hearing_support for delete to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('CW', 'SHS', 'SHM', 'LAW'))
  and exists (select from hearing_minimum h where h.matter_id = hearing_support.matter_id));
grant delete on hearing_support to alongside_app;

create policy own on matter_change for select to alongside_app using (keeps_matters(case_id, organisation_id));
create policy written on matter_change for insert to alongside_app with check (
  changed_by = (select caller_worker()) and organisation_id = (select caller_organisation()) and may('write', case_id, 128));

-- ---- what follows from other rows: who leads, and what is arranged for this hearing
create function hearing_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  select lead_organisation_id into new.lead_organisation_id from case_file where case_id = new.case_id;
  select coalesce(array_agg(s.need order by s.need), '{}') into new.arranged
    from hearing_support s
   where s.matter_id = new.matter_id and s.hearing_at = new.hearing_at and s.need = any (new.needs);
  return new;
end $$;
create trigger follows before insert or update on hearing_minimum for each row execute function hearing_follows();

create function support_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update hearing_minimum set arranged = arranged where matter_id = coalesce(new.matter_id, old.matter_id);
  return null;
end $$;
create trigger follows after insert or delete on hearing_support for each row execute function support_follows();

create function hearings_follow_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update hearing_minimum set lead_organisation_id = new.lead_organisation_id where case_id = new.case_id;
  return null;
end $$;
create trigger hearings_follow after update of lead_organisation_id on case_file
  for each row when (old.lead_organisation_id <> new.lead_organisation_id) execute function hearings_follow_lead();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['shelters(uuid)', 'may_name(uuid, uuid)', 'keeps_matters(uuid, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['hearing_follows()', 'support_follows()', 'hearings_follow_lead()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant select, update on hearing_minimum to alongside_gatekeeper;
grant select on hearing_support, matter to alongside_gatekeeper;
