-- Her health (DOMAIN 7.3, 8.3). What was found is for who treats her and for whom she agreed to it; who leads knows when she must be where, what
-- she cannot do alone, and that something cannot wait; the house where she lives knows what she must not get, at which hours she takes something
-- and how everybody stays well. Everything is voluntary, a forensic examination is agreed to by itself, and she chooses who examines her.

create table health_need (
  need_id         uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  need            text not null,
  words           text check (length(words) between 1 and 2000),
  found_on        date not null,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  check ((ended_at is null) = (ended_by is null))
);
comment on table health_need is 'What was found, code of health_need: category health, whole';
create index health_need_case on health_need (case_id);

create table forensic_agreement (
  agreement_id    uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  giver           text not null,
  language        text not null,
  interpreter     text not null,
  agreed_at       timestamptz not null,
  recorded_by     uuid not null references worker,
  withdrawn_at    timestamptz,
  withdrawn_by    uuid references worker,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on table forensic_agreement is 'That she agrees to a forensic examination: by itself, never with another agreement, and to be taken back at any moment';
create index forensic_agreement_case on forensic_agreement (case_id);
create unique index forensic_agreement_one on forensic_agreement (case_id, organisation_id) where withdrawn_at is null;

create table health_appointment (
  appointment_id  uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  appointment_at  timestamptz not null,
  place           text not null,
  carer           text not null,
  carer_promised  boolean not null default false,
  escort          boolean not null,
  interpreter     text not null,
  state           text not null default 'PLANNED',
  state_at        timestamptz not null,
  state_by        uuid not null references worker,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  version         int not null default 0,
  unique (appointment_id, case_id, organisation_id)
);
comment on table health_appointment is 'When she is expected by somebody who treats her, and what she needs for it: the minimum';
comment on column health_appointment.place is 'What kind of place, never which: code of appointment_place';
comment on column health_appointment.carer is 'By whom she wants to be examined: code of carer_choice';
comment on column health_appointment.carer_promised is 'Whether the provider has promised that';
create index health_appointment_case on health_appointment (case_id, appointment_at);

create table health_appointment_need (
  appointment_id  uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null,
  need            text not null,
  foreign key (appointment_id, case_id, organisation_id) references health_appointment (appointment_id, case_id, organisation_id)
);
comment on table health_appointment_need is 'What an appointment is for, code of health_need: whole';
create index health_appointment_need_case on health_appointment_need (case_id);

create table health_daily (
  daily_id        uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  kind            text not null check (kind in ('ALLERGY', 'MEDICINE', 'PRECAUTION', 'LIMIT')),
  what            text not null,
  words           text check (length(words) between 1 and 200),
  times           time[] not null default '{}',
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  check ((kind = 'MEDICINE') = (cardinality(times) between 1 and 12)),
  check (kind <> 'MEDICINE' or words is null),
  check ((ended_at is null) = (ended_by is null))
);
comment on table health_daily is 'What others must know to look after her: for a house allergies, hours of medicine and precautions, for who leads limits; the minimum';
comment on column health_daily.what is 'Code of allergy, medicine_kept, infection_precaution or functional_limit; never the name of a medicine';
comment on column health_daily.times is 'Hours of the day where she lives';
create index health_daily_case on health_daily (case_id) where ended_at is null;

create table urgent_care (
  urgent_id            uuid primary key,
  case_id              uuid not null references case_file,
  organisation_id      uuid not null references organisation,
  care_by              timestamptz not null,
  supervisor_at        timestamptz not null,
  recorded_at          timestamptz not null,
  recorded_by          uuid not null references worker,
  ended_at             timestamptz,
  ended_by             uuid references worker,
  check (supervisor_at > recorded_at and care_by > recorded_at and supervisor_at <= care_by),
  check ((ended_at is null) = (ended_by is null)),
  unique (urgent_id, case_id)
);
comment on table urgent_care is 'That she needs care by an hour after which it is too late, and not for what: the minimum, and to the supervisor of the lead its dates';
create index urgent_care_case on urgent_care (case_id);

create table urgent_care_reason (
  urgent_id       uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null,
  kind            text not null,
  exposed_at      timestamptz not null,
  outcome         text,
  words           text check (length(words) between 1 and 500),
  foreign key (urgent_id, case_id) references urgent_care (urgent_id, case_id)
);
comment on table urgent_care_reason is 'What cannot wait, since when, and how it ended: code of health_window and urgent_care_end, whole';
create index urgent_care_reason_case on urgent_care_reason (case_id);
create unique index urgent_care_reason_once on urgent_care_reason (case_id, kind, exposed_at);

do $$ declare t text; begin
  foreach t in array array['health_need', 'forensic_agreement', 'health_appointment', 'health_appointment_need', 'health_daily', 'urgent_care',
                           'urgent_care_reason'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
    execute format('create trigger told after insert or update on %I for each row execute function tell_lead(''organisation_id'')', t);
  end loop;
  foreach t in array array['health_need', 'forensic_agreement', 'health_appointment', 'health_daily', 'urgent_care'] loop
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;
grant insert on health_need, forensic_agreement, health_appointment, health_appointment_need, health_daily to alongside_app;
grant update (ended_at, ended_by) on health_need, health_daily to alongside_app;
grant update (withdrawn_at, withdrawn_by) on forensic_agreement to alongside_app;
grant update (appointment_at, carer_promised, state, state_at, state_by, version) on health_appointment to alongside_app;

-- ---- who reads how much: all of it, who treats her what they wrote, who leads and the house each their own least
create function heals(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and caller_is('HLT') and knows(p_case, 32)
$$;
-- the caseworker of the house that leads, as far as her health is open to them at all
create function leads_to_care(p_case uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('CW') and leads(p_case) and may('min', p_case, 32)
$$;
-- by the kind of what is to be known from day to day
create function daily_for(p_case uuid, p_kind text) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select case when p_kind = 'LIMIT' then caller_is('CW', 'HLT') else caller_is('SHS', 'SHM', 'HLT') end and may('min', p_case, 32)
$$;

create policy known on health_need for select to alongside_app using (may('read', case_id, 32) or heals(case_id, organisation_id));
create policy written on health_need for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and ended_at is null and may('write', case_id, 32));
create policy ended on health_need for update to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 32));

create policy known on forensic_agreement for select to alongside_app using (may('read', case_id, 32) or heals(case_id, organisation_id));
create policy written on forensic_agreement for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker()) and agreed_at = (select caller_now())
  and withdrawn_at is null and may('write', case_id, 32));
create policy withdrawn on forensic_agreement for update to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 32));

create policy known on health_appointment for select to alongside_app using (
  may('read', case_id, 32) or heals(case_id, organisation_id) or (select caller_is('CW', 'HLT')) and may('min', case_id, 32));
create policy written on health_appointment for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and state = 'PLANNED' and state_at = recorded_at and state_by = recorded_by and appointment_at > recorded_at
  and (may('write', case_id, 32) or leads_to_care(case_id)));
create policy changed on health_appointment for update to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 32) or leads_to_care(case_id));

create policy known on health_appointment_need for select to alongside_app using (may('read', case_id, 32) or heals(case_id, organisation_id));
create policy written on health_appointment_need for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and may('write', case_id, 32)
  and exists (select from health_appointment a
               where a.appointment_id = health_appointment_need.appointment_id and a.recorded_by = (select caller_worker())
                 and a.recorded_at = (select caller_now())));

create policy known on health_daily for select to alongside_app using (
  may('read', case_id, 32) or heals(case_id, organisation_id) or daily_for(case_id, kind));
create policy written on health_daily for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and ended_at is null
  and (may('write', case_id, 32)
       or kind = 'LIMIT' and leads_to_care(case_id)
       or kind <> 'LIMIT' and (select caller_is('SHS', 'SHM')) and daily_for(case_id, kind)));
create policy ended on health_daily for update to alongside_app using (
  organisation_id = (select caller_organisation())
  and (may('write', case_id, 32) or kind = 'LIMIT' and leads_to_care(case_id)
       or kind <> 'LIMIT' and (select caller_is('SHS', 'SHM')) and daily_for(case_id, kind)));

create policy known on urgent_care for select to alongside_app using (
  may('read', case_id, 32) or heals(case_id, organisation_id) or (select caller_is('CW', 'HLT')) and may('min', case_id, 32)
  or (select caller_is('SUP')) and leads(case_id) and knows(case_id, 32));
create policy process on urgent_care for select to alongside_app using ((select caller_is_system()));
create policy known on urgent_care_reason for select to alongside_app using (may('read', case_id, 32) or heals(case_id, organisation_id));

-- ---- a forensic examination is planned under an agreement of its own and no other; for a child not under her own word alone
create function forensic_agreed() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform 1 from forensic_agreement
    where case_id = new.case_id and organisation_id = new.organisation_id and withdrawn_at is null for share;
  if not found then
    raise exception 'a forensic examination is agreed to by itself' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger agreed before insert on health_appointment_need for each row when (new.need = 'FORENSIC') execute function forensic_agreed();

create function forensic_agreed_for_child() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if new.giver in ('SELF', 'CHILD_ASSENT') and exists (select from identity_minimum m where m.case_id = new.case_id and m.child) then
    raise exception 'a child does not agree alone' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger agreed_for_child before insert on forensic_agreement for each row execute function forensic_agreed_for_child();

-- taken back: what was planned under it is off in the same moment
create function forensic_withdrawn() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update health_appointment a set state = 'DECLINED', state_at = new.withdrawn_at, state_by = new.withdrawn_by, version = a.version + 1
    from health_appointment_need n
   where n.appointment_id = a.appointment_id and n.need = 'FORENSIC' and a.case_id = new.case_id
     and a.organisation_id = new.organisation_id and a.state = 'PLANNED';
  return null;
end $$;
create trigger withdrawn after update of withdrawn_at on forensic_agreement
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function forensic_withdrawn();

-- ---- nothing that ended begins again, and whoever ends it is who says so
create function health_goes() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare o jsonb := to_jsonb(old); n jsonb := to_jsonb(new); f text; w text;
begin
  if caller_worker() is null or current_user = 'alongside_gatekeeper' then
    return new;
  end if;
  f := case tg_table_name when 'forensic_agreement' then 'withdrawn_at' else 'ended_at' end;
  w := case tg_table_name when 'forensic_agreement' then 'withdrawn_by' else 'ended_by' end;
  if o ->> f is not null or (n ->> f)::timestamptz is distinct from caller_now() or (n ->> w)::uuid is distinct from caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger goes before update on health_need for each row execute function health_goes();
create trigger goes before update on health_daily for each row execute function health_goes();
create trigger goes before update on forensic_agreement for each row execute function health_goes();

create function appointment_goes() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is null or current_user = 'alongside_gatekeeper' then
    return new;
  end if;
  if old.state <> 'PLANNED' or new.state_at <> caller_now() or new.state_by <> caller_worker()
     or new.state = 'PLANNED' and new.appointment_at <= caller_now()
     or new.state <> 'PLANNED' and new.appointment_at <> old.appointment_at
     or new.state in ('KEPT', 'MISSED') and old.appointment_at > caller_now() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger goes before update on health_appointment for each row execute function appointment_goes();

-- ---- something that cannot wait: begun by who treats her or who leads, who has heard of it and is shown no more than that it cannot wait
create function urgent_care_begin(p_id uuid, p_case uuid, p_kind text, p_exposed timestamptz, p_care_by timestamptz, p_supervisor_at timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (may('write', p_case, 32) or leads_to_care(p_case)) or p_exposed > caller_now() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into urgent_care (urgent_id, case_id, organisation_id, care_by, supervisor_at, recorded_at, recorded_by)
    values (p_id, p_case, caller_organisation(), p_care_by, p_supervisor_at, caller_now(), caller_worker());
  insert into urgent_care_reason (urgent_id, case_id, organisation_id, kind, exposed_at)
    values (p_id, p_case, caller_organisation(), p_kind, p_exposed);
end $$;

create function urgent_care_settle(p_id uuid, p_outcome text, p_words text) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare u urgent_care;
begin
  select * into u from urgent_care where urgent_id = p_id for update;
  -- who treats her ends what they may read: of what others began, only where she agreed that they read it
  if u.urgent_id is null
     or not (may('write', u.case_id, 32) and (u.organisation_id = caller_organisation() or may('read', u.case_id, 32)) or leads_to_care(u.case_id)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if u.ended_at is not null then
    return false;
  end if;
  update urgent_care set ended_at = caller_now(), ended_by = caller_worker() where urgent_id = p_id;
  update urgent_care_reason set outcome = p_outcome, words = p_words where urgent_id = p_id;
  return true;
end $$;

-- with the file nobody is asked any more; answers which ended
create function urgent_care_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if leads(p_case) and may('seen', p_case, 0) and not (select case_is_open(f.status) from case_file f where f.case_id = p_case) then
    return query update urgent_care set ended_at = caller_now(), ended_by = caller_worker()
                  where case_id = p_case and ended_at is null returning urgent_id;
  end if;
end $$;

-- who leads, by whom the clock asks; told to whoever may begin one
create function care_asked_of(p_case uuid) returns uuid
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select f.lead_organisation_id from case_file f where f.case_id = p_case and (may('write', p_case, 32) or leads_to_care(p_case))
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['heals(uuid, uuid)', 'leads_to_care(uuid)', 'daily_for(uuid, text)',
                           'urgent_care_begin(uuid, uuid, text, timestamptz, timestamptz, timestamptz)', 'urgent_care_settle(uuid, text, text)',
                           'urgent_care_end(uuid)', 'care_asked_of(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['forensic_agreed()', 'forensic_agreed_for_child()', 'forensic_withdrawn()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function health_goes(), appointment_goes() from public;
