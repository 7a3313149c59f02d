-- Deadlines and permits, as many as a matter has: the day stands where those who help her may read it, what it is about with the lawyer alone. A day is
-- reckoned from an event by the calendar of a court, which the lawyers' house keeps: days of rest, holidays, terms in which time stands still, and how long
-- each event gives. hearing_minimum goes on saying the next day of a matter.

create table court_calendar (
  calendar_id     uuid primary key,
  organisation_id uuid not null references organisation,
  name            text not null check (length(name) between 1 and 80),
  zone            text not null,
  rest_days       smallint[] not null,
  version         int not null default 0,
  written_at      timestamptz not null,
  written_by      uuid not null references worker,
  check (rest_days <@ array[1,2,3,4,5,6,7]::smallint[])
);
comment on table court_calendar is 'When a court works, as its house knows it; nothing of a survivor';
comment on column court_calendar.rest_days is 'Days of the week on which it does not work, 1 is Monday';
create unique index court_calendar_name on court_calendar (organisation_id, lower(name));

create table court_day (
  calendar_id uuid not null references court_calendar,
  day         date not null,
  name        text not null check (length(name) <= 80),
  primary key (calendar_id, day)
);
create table court_term (
  calendar_id uuid not null references court_calendar,
  from_on     date not null,
  until_on    date not null,
  primary key (calendar_id, from_on),
  check (until_on >= from_on)
);
comment on table court_term is 'From the first to the last day of it time stands still, for what says so';
create table court_rule (
  calendar_id  uuid not null references court_calendar,
  event        text not null,
  amount       int not null check (amount between 1 and 1000),
  unit         text not null check (unit in ('DAYS', 'WORKING_DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
  rolls        boolean not null,
  stands_still boolean not null,
  primary key (calendar_id, event)
);
comment on column court_rule.rolls is 'Whether a last day on which the court rests becomes the next on which it works';
comment on column court_rule.stands_still is 'Whether the time stands still in terms';

do $$ declare t text; begin
  foreach t in array array['court_calendar', 'court_day', 'court_term', 'court_rule'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
  end loop;
  foreach t in array array['court_day', 'court_term', 'court_rule'] loop
    execute format('create policy of_the_house on %I for select to alongside_app using (exists (select from court_calendar c where c.calendar_id = %I.calendar_id))', t, t);
    execute format('create policy kept on %I for insert to alongside_app with check ((select caller_is(''LAW'')) and exists (select from court_calendar c where c.calendar_id = %I.calendar_id))', t, t);
    execute format('create policy taken_out on %I for delete to alongside_app using ((select caller_is(''LAW'')) and exists (select from court_calendar c where c.calendar_id = %I.calendar_id))', t, t);
    execute format('grant delete on %I to alongside_app', t);
  end loop;
end $$;
create policy of_the_house on court_calendar for select to alongside_app using (organisation_id = (select caller_organisation()));
create policy kept on court_calendar for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and written_by = (select caller_worker()) and (select caller_is('LAW')));
create policy changed on court_calendar for update to alongside_app using (organisation_id = (select caller_organisation()) and (select caller_is('LAW')));
grant update (name, zone, rest_days, version, written_at, written_by) on court_calendar to alongside_app;

create table legal_deadline (
  deadline_id          uuid primary key,
  matter_id            uuid not null,
  case_id              uuid not null,
  organisation_id      uuid not null,
  lead_organisation_id uuid not null references organisation,
  kind                 text not null check (kind in ('DEADLINE', 'PERMIT')),
  due_on               date not null,
  zone                 text not null,
  outcome              text,
  ended_at             timestamptz,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  unique (deadline_id, matter_id, case_id, organisation_id),
  check ((ended_at is null) = (outcome is null))
);
comment on table legal_deadline is 'The last day for something in a matter, or of a permit: the minimum subset of legal';
comment on column legal_deadline.zone is 'Where that day ends';
create index legal_deadline_matter on legal_deadline (matter_id);
create index legal_deadline_case on legal_deadline (case_id);
create index legal_deadline_days_of_lawyer on legal_deadline (organisation_id, due_on, deadline_id);
create index legal_deadline_days_of_lead on legal_deadline (lead_organisation_id, due_on, deadline_id);

create table legal_deadline_file (
  deadline_id     uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  event           text,
  event_on        date,
  reckoned_on     date,
  permit          text,
  issued_on       date,
  renews          uuid references legal_deadline,
  note            text check (length(note) <= 1000),
  foreign key (deadline_id, matter_id, case_id, organisation_id) references legal_deadline (deadline_id, matter_id, case_id, organisation_id),
  check ((permit is null) = (issued_on is null)),
  check (permit is null or num_nonnulls(event, event_on, reckoned_on) = 0)
);
comment on table legal_deadline_file is 'What a deadline or a permit is about: privileged';
comment on column legal_deadline_file.reckoned_on is 'The last day by the calendar of the court as it stood then';

do $$ declare t text; begin
  foreach t in array array['legal_deadline', 'legal_deadline_file'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('create policy written on %I for insert to alongside_app with check (
      organisation_id = (select caller_organisation()) and may(''write'', case_id, 128))', t);
  end loop;
end $$;
create policy changed on legal_deadline for update to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 128));
grant update (outcome, ended_at) on legal_deadline to alongside_app;
create policy known on legal_deadline for select to alongside_app using (
  (select helps_with_hearings()) and may('min', case_id, 128) or keeps_matters(case_id, organisation_id));
create policy own on legal_deadline_file for select to alongside_app using (keeps_matters(case_id, organisation_id));

-- a permit does not end before it begins
create function permit_has_time() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if new.issued_on > (select d.due_on from legal_deadline d where d.deadline_id = new.deadline_id) then
    raise exception 'a permit that ends before it begins' using errcode = 'AL061';
  end if;
  return new;
end $$;
create trigger has_time before insert on legal_deadline_file for each row when (new.permit is not null) execute function permit_has_time();

-- ---- what follows from other rows
create function deadline_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  select lead_organisation_id into new.lead_organisation_id from case_file where case_id = new.case_id;
  return new;
end $$;
create trigger follows before insert or update on legal_deadline for each row execute function deadline_follows();

create or replace function hearings_follow_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update hearing_minimum set lead_organisation_id = new.lead_organisation_id where case_id = new.case_id;
  update hearing set lead_organisation_id = new.lead_organisation_id where case_id = new.case_id;
  update legal_deadline set lead_organisation_id = new.lead_organisation_id where case_id = new.case_id;
  return null;
end $$;

alter table hearing_minimum add column deadline_id uuid;
comment on column hearing_minimum.deadline_id is 'The deadline or permit whose day comes next; kept by trigger';

create function deadline_is_next() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d legal_deadline;
begin
  select * into d from legal_deadline where matter_id = new.matter_id and ended_at is null order by due_on, deadline_id limit 1;
  update hearing_minimum set deadline_id = d.deadline_id, deadline_on = d.due_on
   where matter_id = new.matter_id and (deadline_id, deadline_on) is distinct from (d.deadline_id, d.due_on);
  return null;
end $$;
create trigger is_next after insert or update of ended_at on legal_deadline for each row execute function deadline_is_next();

-- the matter says another day, or none: the one before is replaced
create function next_is_deadline() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if exists (select from legal_deadline d where d.deadline_id = new.deadline_id and d.ended_at is null and d.due_on = new.deadline_on) then
    return null;
  end if;
  update legal_deadline set ended_at = caller_now(), outcome = 'REPLACED' where deadline_id = new.deadline_id and ended_at is null;
  if new.deadline_on is not null then
    insert into legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone)
      values (gen_random_uuid(), new.matter_id, new.case_id, new.organisation_id, 'DEADLINE', new.deadline_on,
              coalesce((select w.zone from worker w where w.worker_id = caller_worker()), 'UTC'));
  end if;
  return null;
end $$;
create trigger is_deadline after insert or update of deadline_on on hearing_minimum for each row execute function next_is_deadline();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['permit_has_time()', 'deadline_follows()', 'deadline_is_next()', 'next_is_deadline()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant select, insert, update on legal_deadline to alongside_gatekeeper;

-- ---- those that run already; the owner is bound too, for this alone not
alter table hearing_minimum no force row level security;
alter table legal_deadline no force row level security;
insert into legal_deadline (deadline_id, matter_id, case_id, organisation_id, lead_organisation_id, kind, due_on, zone)
  select gen_random_uuid(), matter_id, case_id, organisation_id, lead_organisation_id, 'DEADLINE', deadline_on, 'UTC'
    from hearing_minimum where deadline_on is not null;
alter table hearing_minimum force row level security;
alter table legal_deadline force row level security;
