-- The survivor's file. Every table belongs to exactly one category and carries the case id; where a category has a minimum
-- subset (DOMAIN 7.3), minimum and full are two tables.

create table identity_minimum (
  case_id        uuid primary key references case_file,
  preferred_name text not null check (length(preferred_name) between 1 and 80),
  age_band       text not null,
  child          boolean not null,
  version        int not null default 0
);
create table identity (
  case_id        uuid primary key references case_file,
  given_name     text check (length(given_name) <= 80),
  family_name    text check (length(family_name) <= 80),
  age_basis      text not null,
  stated_age     smallint check (stated_age between 0 and 120),
  birth_date     date,
  maybe_child    boolean not null,
  version        int not null default 0
);
comment on column identity.maybe_child is 'Age uncertain and reason to believe under 18: presumed a child (DOMAIN 0.2)';

create table child_protection (
  case_id           uuid primary key references case_file,
  views             text check (length(views) <= 2000),
  views_not_asked   text,
  assent            text not null,
  consent_giver     text not null,
  giver_right       text not null,
  giver_relation    text,
  guardian_name     text check (length(guardian_name) <= 120),
  version           int not null default 0
);
comment on table child_protection is 'Her own views and assent, who consents for her and by what right; category identity';

create table excluded_person (
  excluded_person_id uuid primary key,
  case_id     uuid not null references case_file,
  relation    text not null,
  description text check (length(description) <= 200),
  recorded_at timestamptz not null,
  recorded_by uuid not null references worker
);
comment on table excluded_person is 'Never consents for her, never reads, never lives with her; category safety';
create index excluded_person_case on excluded_person (case_id);

create table contact (
  case_id        uuid primary key references case_file,
  channel        text not null,
  value          text check (length(value) <= 200),
  safe_hours     text check (length(safe_hours) <= 120),
  leave_message  text not null,
  cover_story    text check (length(cover_story) <= 200),
  never          text check (length(never) <= 200),
  version        int not null default 0
);
comment on table contact is 'How to reach her safely: the minimum subset of contact and location, which is all that is kept yet';

create table demographics_minimum (
  case_id     uuid primary key references case_file,
  language    text not null,
  interpreter text not null,
  version     int not null default 0
);
create table demographics (
  case_id      uuid primary key references case_file,
  sex          text not null,
  gender       text,
  citizenship  text[] not null default '{}',
  region       text not null,
  accessibility text[] not null default '{}',
  version      int not null default 0
);

create table trafficking_experience (
  case_id          uuid primary key references case_file,
  acts             text[] not null default '{}',
  means            text[] not null default '{}',
  purposes         text[] not null default '{}',
  controls         text[] not null default '{}',
  recruiter        text,
  months           text,
  outcome          text not null,
  situation        text check (length(situation) <= 4000),
  screened_at      timestamptz not null,
  screened_by      uuid not null references worker,
  version          int not null default 0
);

create table safety_minimum (
  case_id      uuid primary key references case_file,
  risk_level   text not null,
  in_danger    boolean not null,
  constraints  text[] not null default '{}',
  version      int not null default 0
);
create table safety (
  case_id     uuid primary key references case_file,
  danger_note text check (length(danger_note) <= 1000),
  version     int not null default 0
);

create table immediate_need (
  case_id     uuid not null references case_file,
  need        text not null,
  wish        text check (length(wish) <= 1000),
  recorded_at timestamptz not null,
  recorded_by uuid not null references worker,
  primary key (case_id, need)
);
comment on table immediate_need is 'What she wants help with now; category care plan and goals';

create table record_to_keep (
  case_id     uuid primary key references case_file,
  giver       text not null,
  medium      text not null,
  language    text not null,
  given_at    timestamptz not null,
  recorded_by uuid not null references worker,
  limits_explained boolean not null check (limits_explained)
);
comment on table record_to_keep is 'The consent to keep a file at all (purpose CASE_MANAGEMENT); category referrals, as all consents';

create table child_notification (
  case_id      uuid primary key references case_file,
  authority    text not null check (length(authority) between 1 and 120),
  reference    text check (length(reference) <= 80),
  notified_at  timestamptz not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid not null references worker
);
comment on table child_notification is 'The child authority knows: sending a child''s case waits for it, emergency shelter and care never do';

create table record_change (
  change_id  uuid primary key,
  case_id    uuid not null references case_file,
  record     text not null,
  version    int not null,
  fields     text[] not null,
  changed_at timestamptz not null,
  changed_by uuid not null references worker
);
comment on table record_change is 'Which fields changed with which version, never their values, so that a stale edit is told what changed';
create index record_change_case on record_change (case_id, record, version);

create table anonymous_contact (
  contact_id      uuid primary key,
  organisation_id uuid not null references organisation,
  worker_id       uuid not null references worker,
  met_at          timestamptz not null,
  in_danger       boolean not null,
  language        text not null,
  needs           text[] not null default '{}',
  purge_after     timestamptz not null
);
comment on table anonymous_contact is 'Consent to a file refused: nothing that identifies, gone after 30 days (DOMAIN P1)';
create index anonymous_contact_purge on anonymous_contact (purge_after);

create table draft (
  draft_id  uuid primary key,
  worker_id uuid not null references worker,
  kind      text not null,
  case_id   uuid,
  answers   jsonb not null,
  begun_at  timestamptz not null,
  saved_at  timestamptz not null,
  version   int not null default 0
);
comment on table draft is 'What a worker is typing, readable by its author alone; gone when handed in or 30 days after the last word';
create index draft_worker on draft (worker_id, saved_at);

create table idempotency_key (
  worker_id  uuid not null references worker,
  key        text not null check (length(key) between 8 and 100),
  action     text not null,
  body_hash  bytea not null,
  subject_id uuid not null,
  made_at    timestamptz not null,
  primary key (worker_id, key)
);

do $$
declare t text; c int; k text; v text;
begin
  foreach v in array array[
      'identity_minimum 0 min', 'identity 0 read', 'child_protection 0 read', 'contact 1 min',
      'demographics_minimum 3 min', 'demographics 3 read', 'trafficking_experience 4 read',
      'safety_minimum 9 min', 'safety 9 read', 'excluded_person 9 read', 'immediate_need 10 read'] loop
    t := split_part(v, ' ', 1); c := 1 << split_part(v, ' ', 2)::int; k := split_part(v, ' ', 3);
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('create policy granted on %I for select to alongside_app using (may(%L, case_id, %s))', t, k, c);
    execute format('create policy written on %I for insert to alongside_app with check (may(''write'', case_id, %s))', t, c);
    execute format('create policy changed on %I for update to alongside_app using (may(''write'', case_id, %s))', t, c);
    execute format('grant select, insert on %I to alongside_app', t);
  end loop;
  foreach t in array array['record_to_keep', 'child_notification', 'record_change', 'anonymous_contact', 'draft', 'idempotency_key'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
  end loop;
end $$;

-- consents and what was told to authorities: the lead's to read and write (a recipient's referral grant is level W: it never reads these)
create policy granted on record_to_keep for select to alongside_app using (may('read', case_id, 2048));
create policy written on record_to_keep for insert to alongside_app with check (may('write', case_id, 2048));
create policy granted on child_notification for select to alongside_app using (may('read', case_id, 2048));
create policy written on child_notification for insert to alongside_app with check (may('write', case_id, 2048));
create policy seen on record_change for select to alongside_app using (may('seen', case_id, 0));
create policy written on record_change for insert to alongside_app with check (
  changed_by = (select caller_worker()) and may('seen', case_id, 0));
create policy own_house on anonymous_contact for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_roles())::text[] && array['CW','SUP']);
create policy written on anonymous_contact for insert to alongside_app with check (
  worker_id = (select caller_worker()) and organisation_id = (select caller_organisation()));
create policy author on draft to alongside_app
  using (worker_id = (select caller_worker())) with check (worker_id = (select caller_worker()));
create policy author on idempotency_key to alongside_app
  using (worker_id = (select caller_worker())) with check (worker_id = (select caller_worker()));

grant update (preferred_name, age_band, child, version) on identity_minimum to alongside_app;
grant update (given_name, family_name, age_basis, stated_age, birth_date, maybe_child, version) on identity to alongside_app;
grant update (views, views_not_asked, assent, consent_giver, giver_right, giver_relation, guardian_name, version) on child_protection to alongside_app;
grant update (channel, value, safe_hours, leave_message, cover_story, never, version) on contact to alongside_app;
grant update (language, interpreter, version) on demographics_minimum to alongside_app;
grant update (sex, gender, citizenship, region, accessibility, version) on demographics to alongside_app;
grant update (acts, means, purposes, controls, recruiter, months, outcome, situation, version) on trafficking_experience to alongside_app;
grant update (risk_level, in_danger, constraints, version) on safety_minimum to alongside_app;
grant update (danger_note, version) on safety to alongside_app;
grant update (answers, saved_at, version), delete on draft to alongside_app;

-- what the hourly retention process removes: by function, as the system, and nothing else
create function retention_purge() returns table (contacts bigint, drafts bigint, keys bigint)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not caller_is_system() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  delete from anonymous_contact where purge_after <= caller_now();
  get diagnostics contacts = row_count;
  delete from draft where saved_at <= caller_now() - interval '30 days';
  get diagnostics drafts = row_count;
  delete from idempotency_key where made_at <= caller_now() - interval '7 days';
  get diagnostics keys = row_count;
  return next;
end $$;
grant select, delete on anonymous_contact, draft, idempotency_key to alongside_gatekeeper;
