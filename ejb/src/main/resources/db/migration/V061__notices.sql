-- What people are told by mail: that a task waits for them, and nothing else. Where they read mail and when they want it is
-- known to themselves and to the processes; no colleague and no administrator reads it here.

create table notice_choice (
  worker_id   uuid primary key references worker,
  address     text check (length(address) between 3 and 254 and address !~ '[[:cntrl:][:space:],;<>]'),
  way         text not null default 'AT_ONCE' check (way in ('AT_ONCE','DIGEST','NONE')),
  digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
  quiet_from  smallint default 20 check (quiet_from between 0 and 23),
  quiet_until smallint default 7 check (quiet_until between 0 and 23),
  language    text not null default 'en' check (language in ('en','ar')),
  check ((quiet_from is null) = (quiet_until is null) and quiet_from is distinct from coalesce(quiet_until, -1))
);
comment on table notice_choice is 'Where and when somebody wants to be told that a task waits; hours are of their own zone';
comment on column notice_choice.address is 'As the identity provider says at sign-in; null: it says none';

create table task_offer (
  offer_id   uuid primary key,
  task_id    text not null,
  subject    uuid not null,
  about_card boolean not null,
  groups     text[] not null,
  urgent     boolean not null,
  offered_at timestamptz not null,
  offered_by uuid references worker,
  told_at    timestamptz,
  ask_next_at timestamptz
);
comment on table task_offer is 'A task of which people are still to be told; written with the task, gone when they are';
comment on column task_offer.offered_by is 'Whose act it follows; null: time passed';
comment on column task_offer.ask_next_at is 'When the next on call is told of what nobody has opened; null: nobody is waited for';
create index task_offer_new on task_offer (offered_at) where told_at is null;
create index task_offer_waiting on task_offer (ask_next_at) where ask_next_at is not null;

create table notice (
  notice_id  uuid primary key,
  worker_id  uuid not null references worker,
  task_id    text not null,
  urgent     boolean not null,
  made_at    timestamptz not null,
  due_at     timestamptz not null,
  tries      int not null default 0,
  tried_at   timestamptz,
  failure    text check (failure in ('AWAY','REFUSED','NO_SUCH_ADDRESS','UNEXPECTED')),
  settled_at timestamptz,
  outcome    text check (outcome in ('SENT','NOT_NEEDED')),
  unique (worker_id, task_id, urgent),
  check ((settled_at is null) = (outcome is null))
);
comment on table notice is 'That somebody is to be told of a task; several that are due make one letter';
comment on column notice.urgent is 'For who is on call: quiet hours and wishes do not hold it back';
create index notice_due on notice (due_at) where settled_at is null;
create index notice_failed on notice (tried_at) where failure is not null and settled_at is null;
create index notice_settled on notice (settled_at) where settled_at is not null;

create table on_call (
  on_call_id      uuid primary key,
  organisation_id uuid not null references organisation,
  worker_id       uuid not null references worker,
  from_at         timestamptz not null,
  until_at        timestamptz not null,
  planned_at      timestamptz not null,
  planned_by      uuid not null references worker,
  removed_at      timestamptz,
  removed_by      uuid references worker,
  check (from_at < until_at)
);
comment on table on_call is 'Who of an organisation answers what is urgent, when; of two at once the one planned to begin first is asked first';
create index on_call_organisation on on_call (organisation_id, until_at) where removed_at is null;

insert into setting (name, value, basis) values
  ('on-call-opens-within', '30 minutes', 'design'),
  ('notice-kept', '30 days', 'design');

do $$ declare t text; begin
  foreach t in array array['notice_choice','task_offer','notice','on_call'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
  end loop;
end $$;

create policy own on notice_choice for select to alongside_app using (
  worker_id = (select caller_worker()) or (select caller_is_system()));
create policy said on notice_choice for insert to alongside_app with check (worker_id = (select caller_worker()));
create policy changed on notice_choice for update to alongside_app using (worker_id = (select caller_worker()));
grant select, insert on notice_choice to alongside_app;
grant update (address, way, digest_hour, quiet_from, quiet_until, language) on notice_choice to alongside_app;

create policy written on task_offer for insert to alongside_app with check (
  offered_by is not distinct from (select caller_worker()) and told_at is null);
create policy carried on task_offer for select to alongside_app using ((select caller_is_system()));
create policy told on task_offer for update to alongside_app using ((select caller_is_system()));
create policy done on task_offer for delete to alongside_app using ((select caller_is_system()));
grant select, insert, delete on task_offer to alongside_app;
grant update (told_at, ask_next_at) on task_offer to alongside_app;

create policy carried on notice for select to alongside_app using ((select caller_is_system()) or (select caller_is('ADM')) and failure is not null);
create policy made on notice for insert to alongside_app with check ((select caller_is_system()));
create policy settled on notice for update to alongside_app using ((select caller_is_system()) or (select caller_is('ADM')) and failure is not null);
create policy forgotten on notice for delete to alongside_app using ((select caller_is_system()) and settled_at is not null);
grant select, insert, delete on notice to alongside_app;
grant update (due_at, tries, tried_at, failure, settled_at, outcome) on notice to alongside_app;

-- those who lead an organisation's people plan, everybody there may know
create policy colleague on on_call for select to alongside_app using (
  organisation_id = (select caller_organisation()) or (select caller_is_system()));
create policy planned on on_call for insert to alongside_app with check (
  caller_is('SUP', 'SHM') and organisation_id = (select caller_organisation()) and planned_by = (select caller_worker())
  and removed_at is null and exists (select from worker w where w.worker_id = on_call.worker_id and w.kind = 'PERSON'
                                        and w.organisation_id = on_call.organisation_id));
create policy removed on on_call for update to alongside_app
  using (caller_is('SUP', 'SHM') and organisation_id = (select caller_organisation()) and removed_at is null)
  with check (removed_by = (select caller_worker()));
grant select, insert on on_call to alongside_app;
grant update (removed_at, removed_by) on on_call to alongside_app;

-- how many letters could not be sent, for those who watch: a number and nothing more
create function letters_failed() returns bigint
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select count(*) from notice where failure is not null and settled_at is null
$$;
grant create on schema alongside to alongside_gatekeeper;
alter function letters_failed() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function letters_failed() from public;
grant execute on function letters_failed() to alongside_app;
grant select on notice to alongside_gatekeeper;
