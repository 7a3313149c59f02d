-- Hearings, as many as a matter has. When and where she must be, what she needs for it and which protection was asked for stand where those who help her
-- may read them; of what kind it is, how she takes part and what came of it, with the lawyer alone. hearing_minimum goes on saying what comes next in a
-- matter: it follows from here, and what is written there is written here.

create table hearing (
  hearing_id           uuid primary key,
  matter_id            uuid not null,
  case_id              uuid not null,
  organisation_id      uuid not null,
  lead_organisation_id uuid not null references organisation,
  hearing_at           timestamptz not null,
  place                text not null,
  needs                text[] not null default '{}',
  arranged             text[] not null default '{}',
  result               text,
  ended_at             timestamptz,
  version              int not null default 0,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  unique (hearing_id, matter_id, case_id, organisation_id),
  check ((ended_at is null) = (result is null))
);
comment on table hearing is 'When and where she must be in a matter, and what she needs for it: the minimum subset of legal';
comment on column hearing.place is 'What kind of place, never which';
comment on column hearing.arranged is 'Which of the needs somebody took on for that time; kept by trigger';
comment on column hearing.lead_organisation_id is 'Who leads the case, for its calendar; kept by trigger';
comment on column hearing.result is 'What became of it, code of hearing_result; null: it is to be, or nobody has said';
create unique index hearing_once on hearing (matter_id, hearing_at) where ended_at is null;
create index hearing_matter on hearing (matter_id);
create index hearing_case on hearing (case_id);
create index hearing_days_of_lawyer on hearing (organisation_id, hearing_at, hearing_id);
create index hearing_days_of_lead on hearing (lead_organisation_id, hearing_at, hearing_id);

create table hearing_file (
  hearing_id      uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  type            text not null,
  mode            text not null,
  note            text check (length(note) <= 2000),
  foreign key (hearing_id, matter_id, case_id, organisation_id) references hearing (hearing_id, matter_id, case_id, organisation_id)
);
comment on table hearing_file is 'Of what kind it is, how she takes part, what came of it: privileged';

create table hearing_protection (
  hearing_id      uuid not null,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  measure         text not null,
  asked_on        date not null,
  answer          text check (answer in ('GRANTED', 'REFUSED')),
  answered_on     date,
  primary key (hearing_id, measure),
  foreign key (hearing_id, matter_id, case_id, organisation_id) references hearing (hearing_id, matter_id, case_id, organisation_id),
  check ((answer is null) = (answered_on is null)),
  check (answered_on >= asked_on)
);
comment on table hearing_protection is 'What was asked of the court to protect her at a hearing, and what it answered: the minimum subset of legal';

do $$ declare t text; begin
  foreach t in array array['hearing', 'hearing_file', 'hearing_protection'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('create policy written on %I for insert to alongside_app with check (
      organisation_id = (select caller_organisation()) and may(''write'', case_id, 128))', t);
    execute format('create policy changed on %I for update to alongside_app using (
      organisation_id = (select caller_organisation()) and may(''write'', case_id, 128))', t);
    if t <> 'hearing_file' then
      execute format('create policy known on %I for select to alongside_app using (
        (select helps_with_hearings()) and may(''min'', case_id, 128) or keeps_matters(case_id, organisation_id))', t);
    end if;
  end loop;
end $$;
create policy own on hearing_file for select to alongside_app using (keeps_matters(case_id, organisation_id));
grant update (hearing_at, place, needs, result, ended_at, version) on hearing to alongside_app;
grant update (type, mode, note) on hearing_file to alongside_app;
grant update (answer, answered_on) on hearing_protection to alongside_app;
create policy taken_back on hearing_protection for delete to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 128) and answer is null);
grant delete on hearing_protection to alongside_app;

-- ---- who helps her there: at any hearing that is still to be said of
drop policy taken on hearing_support;
create policy taken on hearing_support for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and worker_id = (select caller_worker())
  and (select caller_is('CW', 'SHS', 'SHM', 'LAW'))
  and exists (select from hearing h where h.matter_id = hearing_support.matter_id and h.case_id = hearing_support.case_id and h.ended_at is null
                                      and h.hearing_at = hearing_support.hearing_at and hearing_support.need = any (h.needs)));

-- ---- what follows from other rows
create or replace function hearing_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  select lead_organisation_id into new.lead_organisation_id from case_file where case_id = new.case_id;
  select coalesce(array_agg(s.need order by s.need), '{}') into new.arranged
    from hearing_support s
   where s.matter_id = new.matter_id and s.hearing_at = new.hearing_at and s.need = any (new.needs);
  return new;
end $$;
create trigger follows before insert or update on hearing for each row execute function hearing_follows();

create or replace function support_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update hearing set arranged = arranged
   where matter_id = coalesce(new.matter_id, old.matter_id) and hearing_at = coalesce(new.hearing_at, old.hearing_at);
  update hearing_minimum set arranged = arranged where matter_id = coalesce(new.matter_id, old.matter_id);
  return null;
end $$;

create or replace function hearings_follow_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update hearing_minimum set lead_organisation_id = new.lead_organisation_id where case_id = new.case_id;
  update hearing set lead_organisation_id = new.lead_organisation_id where case_id = new.case_id;
  return null;
end $$;

alter table hearing_minimum add column hearing_id uuid;
comment on column hearing_minimum.hearing_id is 'The hearing that comes next, or the last one of which nobody has said what came of it; kept by trigger';

-- the next one to come; where none is to come, the last one that is still to be said of
create function next_hearing(p_matter uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select hearing_id from hearing where matter_id = p_matter and ended_at is null
   order by hearing_at <= caller_now(), case when hearing_at > caller_now() then hearing_at end, hearing_at desc limit 1
$$;

-- a hearing was set, moved or is over: the matter says what comes next
create function hearing_is_next() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare h hearing;
begin
  select * into h from hearing where hearing_id = next_hearing(new.matter_id);
  update hearing_minimum set hearing_id = h.hearing_id, hearing_at = h.hearing_at, place = h.place, needs = coalesce(h.needs, '{}')
   where matter_id = new.matter_id
     and (hearing_id, hearing_at, place, needs) is distinct from (h.hearing_id, h.hearing_at, h.place, coalesce(h.needs, '{}'));
  return null;
end $$;
create trigger is_next after insert or update of hearing_at, place, needs, ended_at on hearing for each row execute function hearing_is_next();

-- the matter says what comes next: that is a hearing. One that is to come is moved; one that was is left as it was, and another is set
create function next_is_hearing() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare h hearing;
begin
  select * into h from hearing where hearing_id = new.hearing_id and ended_at is null;
  if new.hearing_at is not null and (h.hearing_at, h.place, h.needs) is not distinct from (new.hearing_at, new.place, new.needs) then
    return null;
  end if;
  if h.hearing_id is not null and new.hearing_at is not null and (h.hearing_at > caller_now() or h.hearing_at = new.hearing_at) then
    update hearing set hearing_at = new.hearing_at, place = new.place, needs = new.needs, version = version + 1 where hearing_id = h.hearing_id;
    return null;
  end if;
  if h.hearing_id is not null then
    update hearing set ended_at = caller_now(), result = case when h.hearing_at > caller_now() then 'CANCELLED' else 'NOT_SAID' end, version = version + 1
     where hearing_id = h.hearing_id;
  end if;
  if new.hearing_at is not null then
    insert into hearing (hearing_id, matter_id, case_id, organisation_id, hearing_at, place, needs)
      values (gen_random_uuid(), new.matter_id, new.case_id, new.organisation_id, new.hearing_at, new.place, new.needs);
  end if;
  return null;
end $$;
create trigger is_hearing after insert or update of hearing_at, place, needs on hearing_minimum for each row execute function next_is_hearing();

-- its time has come: what comes next in the matter is another one. By the processes alone
create function hearing_passed(p_hearing uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update hearing set ended_at = ended_at where hearing_id = p_hearing;
end $$;

-- neither before its matter was opened, nor moved there
create function hearing_has_matter() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if new.hearing_at < (select m.opened_at from matter m where m.matter_id = new.matter_id) then
    raise exception 'a hearing before its matter' using errcode = 'AL060';
  end if;
  return new;
end $$;
create trigger has_matter before insert or update of hearing_at on hearing for each row execute function hearing_has_matter();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['next_hearing(uuid)', 'hearing_is_next()', 'next_is_hearing()', 'hearing_passed(uuid)', 'hearing_has_matter()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function hearing_passed(uuid) to alongside_app;
revoke create on schema alongside from alongside_gatekeeper;
grant select, insert, update on hearing to alongside_gatekeeper;
grant select on hearing_file, hearing_protection to alongside_gatekeeper;

-- ---- those that are set already; the owner is bound too, for this alone not
alter table hearing_minimum no force row level security;
alter table matter_file no force row level security;
alter table hearing no force row level security;
alter table hearing_file no force row level security;
alter table hearing disable trigger has_matter;
insert into hearing (hearing_id, matter_id, case_id, organisation_id, lead_organisation_id, hearing_at, place, needs)
  select gen_random_uuid(), matter_id, case_id, organisation_id, lead_organisation_id, hearing_at, place, needs
    from hearing_minimum where hearing_at is not null;
alter table hearing enable trigger has_matter;
insert into hearing_file (hearing_id, matter_id, case_id, organisation_id, type, mode)
  select h.hearing_id, h.matter_id, h.case_id, h.organisation_id, f.hearing_type, f.hearing_mode
    from hearing h join matter_file f using (matter_id) where f.hearing_type is not null and f.hearing_mode is not null;
alter table matter_file drop column hearing_type, drop column hearing_mode;
alter table hearing_minimum force row level security;
alter table matter_file force row level security;
alter table hearing force row level security;
alter table hearing_file force row level security;
