-- Who is admitted, who works where and as what, what is offered and when. Nobody but those whose business it is writes it:
-- the application has one role, so the database asks what the caller is here.

alter table organisation
  add column admitted_by uuid references worker,
  add column suspended_by uuid references worker,
  add column suspend_reason text,
  add column version int not null default 0,
  add check (alias ~ '^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$'),
  add check (suspend_reason is null or suspended_at is not null);
comment on column organisation.vetted_at is 'The day on which it was vetted; without one nothing is sent to it';

-- a worker is invited before there is a login; nobody signs in as nobody
alter table worker alter column subject drop not null;
alter table worker
  add column invited_at timestamptz,
  add column invited_by uuid references worker,
  add column left_by uuid references worker;
comment on column worker.subject is 'The lasting id of the login; null: invited, and the login is not made yet';

create table worker_role (
  worker_id uuid not null references worker,
  role_code text not null,
  primary key (worker_id, role_code)
);
comment on table worker_role is 'What a worker was invited as, as it stands at the identity provider too; the sign-in decides';

create table worker_login (
  worker_id     uuid primary key references worker,
  username      text check (length(username) between 2 and 80),
  email         text check (length(email) between 3 and 160),
  wanted        text not null check (wanted in ('OPEN','CLOSED')),
  asked_at      timestamptz not null,
  asked_by      uuid not null references worker,
  settled_at    timestamptz,
  tried_at      timestamptz,
  tries         int not null default 0,
  failure       text check (failure in ('AWAY','REFUSED','TAKEN','NOT_SET_UP','UNEXPECTED')),
  letter_at     timestamptz,
  letter_failed boolean not null default false
);
comment on table worker_login is 'What the identity provider shall know of a worker, and whether it does; never a password';
create unique index worker_login_username on worker_login (lower(username)) where wanted = 'OPEN';

alter table service
  add column version int not null default 0,
  add column withdrawn_by uuid references worker;

create table service_hours (
  service_id uuid not null references service,
  weekday    smallint not null check (weekday between 1 and 7),
  opens_at   time not null,
  closes_at  time not null,
  primary key (service_id, weekday),
  check (opens_at < closes_at)
);
comment on table service_hours is 'When somebody answers, in the organisation''s own time; 1 is Monday, no row: closed. None at all: always';

create table closed_day (
  organisation_id uuid not null references organisation,
  day             date not null,
  name            text not null check (length(name) between 1 and 80),
  primary key (organisation_id, day)
);
comment on table closed_day is 'Days on which the organisation does not work, for deadlines in working days';

-- ---- everybody reads them, as before; who may write is asked of the caller
create function caller_is(variadic p_roles text[]) returns boolean stable parallel safe
  return caller_worker() is not null and caller_roles() && p_roles;
create function keeps_services() returns boolean stable parallel safe
  return caller_is('SUP', 'SHM', 'COU', 'HLT', 'LAW', 'LEL', 'PRL', 'NRM');
create function process_house() returns uuid immutable parallel safe
  return '00000000-0000-4000-9000-000000000000'::uuid;

do $$ declare t text; begin
  foreach t in array array['organisation','worker','worker_role','worker_login','team','team_member','service','service_hours','closed_day'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    if t <> 'worker_login' then
      execute format('create policy known on %I for select to alongside_app using (true)', t);
    end if;
  end loop;
end $$;

-- an administrator admits and invites; the house of the processes is nobody's to change
create policy admitted on organisation for insert to alongside_app with check (
  caller_is('ADM') and admitted_by = caller_worker() and suspended_at is null);
create policy changed on organisation for update to alongside_app
  using (caller_is('ADM') and organisation_id <> process_house())
  with check (suspended_at is null or suspended_by = caller_worker());
grant insert on organisation to alongside_app;
grant update (name, type, region, competent_authority, approves_every_referral, vetted_at, agreement_until,
              suspended_at, suspended_by, suspend_reason, version) on organisation to alongside_app;

create policy invited on worker for insert to alongside_app with check (
  caller_is('ADM') and invited_by = caller_worker() and subject is null and left_at is null
  and kind = 'PERSON' and organisation_id <> process_house());
create policy left_here on worker for update to alongside_app
  using (caller_is('ADM') and kind = 'PERSON' and left_at is null)
  with check (left_by = caller_worker() and worker_id <> caller_worker());
grant insert on worker to alongside_app;
grant update (left_at, left_by) on worker to alongside_app;   -- never the subject: that would be to become somebody

create policy given on worker_role for insert to alongside_app with check (caller_is('ADM') and worker_id <> caller_worker());
create policy taken on worker_role for delete to alongside_app using (caller_is('ADM') and worker_id <> caller_worker());
grant select, insert, delete on worker_role to alongside_app;

create policy known on worker_login for select to alongside_app using (caller_is('ADM') or caller_is_system());
create policy asked on worker_login for insert to alongside_app with check (
  caller_is('ADM') and asked_by = caller_worker() and worker_id <> caller_worker() and settled_at is null);
create policy changed on worker_login for update to alongside_app
  using (caller_is('ADM') or caller_is_system())
  with check (caller_is_system() or asked_by = caller_worker() and settled_at is null);
grant select, insert on worker_login to alongside_app;
grant update (wanted, asked_at, asked_by, settled_at, tried_at, tries, failure, letter_at, letter_failed) on worker_login to alongside_app;

create policy made on team for insert to alongside_app with check (caller_is('ADM') and organisation_id <> process_house());
grant insert on team to alongside_app;
create policy joined on team_member for insert to alongside_app with check (
  caller_is('ADM') and worker_id <> caller_worker()
  and exists (select from team t join worker w using (organisation_id) where t.team_id = team_member.team_id and w.worker_id = team_member.worker_id));
create policy left_here on team_member for update to alongside_app
  using (caller_is('ADM') and until_at is null) with check (worker_id <> caller_worker());
grant insert on team_member to alongside_app;
grant update (until_at, supervises) on team_member to alongside_app;

-- an organisation's own people say what it offers, and when
create policy offered on service for insert to alongside_app with check (
  keeps_services() and organisation_id = caller_organisation() and withdrawn_at is null
  and exists (select from team t where t.team_id = service.team_id and t.organisation_id = service.organisation_id));
create policy changed on service for update to alongside_app
  using (keeps_services() and organisation_id = caller_organisation() and withdrawn_at is null)
  with check (exists (select from team t where t.team_id = service.team_id and t.organisation_id = service.organisation_id));
grant insert on service to alongside_app;
grant update (team_id, service_type, name, region, remote, for_children, min_age, max_age, sexes, languages, accessibility,
              capacity, capacity_told_at, withdrawn_at, withdrawn_by, version) on service to alongside_app;
create policy told on service_hours for insert to alongside_app with check (
  keeps_services() and exists (select from service s where s.service_id = service_hours.service_id and s.organisation_id = caller_organisation()));
create policy taken_back on service_hours for delete to alongside_app using (
  keeps_services() and exists (select from service s where s.service_id = service_hours.service_id and s.organisation_id = caller_organisation()));
grant select, insert, delete on service_hours to alongside_app;
create policy told on closed_day for insert to alongside_app with check (keeps_services() and organisation_id = caller_organisation());
create policy taken_back on closed_day for delete to alongside_app using (keeps_services() and organisation_id = caller_organisation());
grant select, insert, delete on closed_day to alongside_app;
grant select on worker_role, worker_login, service_hours, closed_day to alongside_gatekeeper;

-- ---- the login of an invited worker, found or made by the processes, once
create function login_linked(p_worker uuid, p_subject text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not caller_is_system() or coalesce(p_subject, '') = '' then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update worker set subject = p_subject
   where worker_id = p_worker and kind = 'PERSON' and subject is null
     and exists (select from worker_login l where l.worker_id = p_worker);
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function login_linked(uuid, text) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
grant select, update on worker to alongside_gatekeeper;
revoke all on function login_linked(uuid, text) from public;
grant execute on function login_linked(uuid, text) to alongside_app;
