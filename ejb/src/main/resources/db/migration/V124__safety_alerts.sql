-- Something is wrong: whoever has the file says so, without a word more than they want, and somebody else of the house that leads sees to it, by the
-- clock. Whoever is on call is asked although the file is closed to them: they know of which file, what, and since when; to open it they ask for emergency
-- access as always. That, where nobody answers, is all that a coordinator is told of, too: a house, how urgent, since when.

create table safety_alert_rule (
  type     text primary key,
  severity text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW'))
);
comment on table safety_alert_rule is 'How urgent an alert is that says nothing else; whoever raises it may say that she is in danger now, and then it is CRITICAL';
insert into safety_alert_rule (type, severity) values
  ('TRAFFICKER_SIGHTED', 'CRITICAL'), ('ADDRESS_COMPROMISED', 'CRITICAL'), ('THREAT_RECEIVED', 'HIGH'), ('MISSING_CHILD', 'CRITICAL'),
  ('MISSING_ADULT', 'HIGH'), ('SELF_HARM', 'CRITICAL'), ('MEDICAL_EMERGENCY', 'CRITICAL'), ('ARREST_DETENTION', 'CRITICAL'),
  ('REMOVAL_NOTICE', 'HIGH'), ('DEVICE_COMPROMISED', 'HIGH'), ('MEDIA_LEAK', 'HIGH'), ('PERPETRATOR_RELEASED', 'HIGH'), ('STAFF_CONFLICT', 'HIGH'),
  ('WORRY', 'MEDIUM');
grant select on safety_alert_rule to alongside_app, alongside_gatekeeper;

create table safety_alert (
  alert_id               uuid primary key,
  case_id                uuid not null references case_file,
  case_code              text not null,
  organisation_id        uuid not null references organisation,
  type                   text not null references safety_alert_rule,
  severity               text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
  raised_at              timestamptz not null,
  answer_by              timestamptz not null check (answer_by > raised_at),
  coordinator_at         timestamptz not null check (coordinator_at >= answer_by),
  settle_by              timestamptz not null check (settle_by > raised_at),
  acknowledged_at        timestamptz,
  acknowledged_by        uuid references worker,
  settled_at             timestamptz,
  settled_by             uuid references worker,
  outcome                text,
  ended_at               timestamptz,
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (outcome is null)),
  check (settled_at is null or acknowledged_at is not null and ended_at is null),
  unique (alert_id, case_id)
);
comment on table safety_alert is 'A red flag: codes and instants only, the minimum of category safety and risk';
comment on column safety_alert.organisation_id is 'Who leads the case and so answers; kept by trigger';
comment on column safety_alert.ended_at is 'The file was closed while it was open: nobody is asked any more';
create index safety_alert_case on safety_alert (case_id, raised_at desc);
create index safety_alert_waiting on safety_alert (organisation_id) where settled_at is null and ended_at is null;

create table safety_alert_raiser (
  alert_id        uuid primary key references safety_alert,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  worker_id       uuid not null references worker
);
comment on table safety_alert_raiser is 'Who raised it, apart: of a house that shelters not everybody who knows of the alert may know';
create index safety_alert_raiser_case on safety_alert_raiser (case_id);

create table safety_alert_word (
  alert_id   uuid not null,
  case_id    uuid not null,
  said_when  text not null check (said_when in ('RAISED', 'SETTLED')),
  words      text not null check (length(words) between 1 and 2000),
  written_at timestamptz not null,
  primary key (alert_id, said_when),
  foreign key (alert_id, case_id) references safety_alert (alert_id, case_id)
);
comment on table safety_alert_word is 'What was seen, and what was done: category safety and risk, whole; what was seen also to whoever said it';
create index safety_alert_word_case on safety_alert_word (case_id);

create table safety_alert_card (
  alert_id        uuid primary key references safety_alert,
  organisation_id uuid not null references organisation,
  severity        text not null,
  raised_at       timestamptz not null,
  shown_from      timestamptz not null
);
comment on table safety_alert_card is 'That nobody of a house answers, for coordinators: no case, no kind; gone when somebody does';

-- whoever of the house that leads is on call at this hour and works with people; never with a tie to her
create function on_call_for(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and caller_is('CW', 'SUP', 'SHM')
     and exists (select from on_call k where k.organisation_id = p_organisation and k.worker_id = caller_worker() and k.removed_at is null
                                         and k.from_at <= caller_now() and caller_now() < k.until_at)
     and not tied(caller_worker(), p_case)
$$;
-- who answers: those of the lead who have the file, and whoever is on call there
create function answers_alert(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation()
     and (caller_is('CW', 'SUP') and leads(p_case) and may('min', p_case, 512) or on_call_for(p_case, p_organisation))
$$;

-- an alert that is open, to whoever is on call for it
create function alert_on_call(p_alert uuid) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from safety_alert a where a.alert_id = p_alert and a.settled_at is null and a.ended_at is null
                                              and on_call_for(a.case_id, a.organisation_id))
$$;
-- a coordinator with a tie to her is told of nothing, not even that somebody of that house waits
create function tied_to_alert(p_alert uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from safety_alert a where a.alert_id = p_alert and tied(caller_worker(), a.case_id))
$$;

do $$ declare t text; begin
  foreach t in array array['safety_alert', 'safety_alert_raiser', 'safety_alert_word', 'safety_alert_card'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to alongside_gatekeeper', t);
    execute format('grant select on %I to alongside_app', t);
  end loop;
end $$;
create policy known on safety_alert_raiser for select to alongside_app using (
  worker_id = (select caller_worker()) and may('seen', case_id, 0)
  or (select helps_with_safety()) and may('min', case_id, 512) and may_name(case_id, organisation_id)
  or alert_on_call(alert_id));
create policy known on safety_alert for select to alongside_app using (
  (select helps_with_safety()) and may('min', case_id, 512)
  or may('seen', case_id, 0) and exists (select from safety_alert_raiser r where r.alert_id = safety_alert.alert_id
                                                                             and r.worker_id = (select caller_worker()))
  or organisation_id = (select caller_organisation()) and alert_on_call(alert_id));
create policy known on safety_alert_word for select to alongside_app using (
  (select helps_with_safety()) and may('read', case_id, 512)
  or said_when = 'RAISED' and may('seen', case_id, 0)
     and exists (select from safety_alert_raiser r where r.alert_id = safety_alert_word.alert_id and r.worker_id = (select caller_worker())));
create policy unanswered on safety_alert_card for select to alongside_app using (
  (select caller_is('NRM')) and shown_from <= (select caller_now())
  and exists (select from organisation o where o.organisation_id = (select caller_organisation()) and o.competent_authority)
  and not tied_to_alert(alert_id));

create trigger told after insert or update on safety_alert for each row execute function tell_case('512');
create trigger told after insert on safety_alert_word for each row execute function tell_case('512');
create trigger only_while_open before insert on safety_alert for each row execute function only_while_open();

-- with the lead goes who answers
create function alerts_follow_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update safety_alert set organisation_id = new.lead_organisation_id where case_id = new.case_id and settled_at is null and ended_at is null;
  update safety_alert_card set organisation_id = new.lead_organisation_id
   where alert_id in (select a.alert_id from safety_alert a where a.case_id = new.case_id);
  return null;
end $$;
create trigger alerts_follow after update of lead_organisation_id on case_file
  for each row when (old.lead_organisation_id <> new.lead_organisation_id) execute function alerts_follow_lead();

-- ---- raises it; answers who leads and is asked. Whoever works on the file may, whatever of it they read; a guardian writes nothing here
create function alert_raise(p_alert uuid, p_case uuid, p_type text, p_severity text, p_words text,
                            p_answer_by timestamptz, p_coordinator_at timestamptz, p_settle_by timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f case_file;
begin
  if not caller_is('CW', 'SUP', 'SHS', 'SHM', 'COU', 'HLT', 'LAW') or not may('seen', p_case, 0) or tied(caller_worker(), p_case)
     or p_severity <> 'CRITICAL' and p_severity is distinct from (select r.severity from safety_alert_rule r where r.type = p_type) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into f from case_file where case_id = p_case;
  insert into safety_alert (alert_id, case_id, case_code, organisation_id, type, severity, raised_at, answer_by, coordinator_at, settle_by)
    values (p_alert, p_case, f.case_code, f.lead_organisation_id, p_type, p_severity, caller_now(), p_answer_by, p_coordinator_at, p_settle_by);
  insert into safety_alert_raiser (alert_id, case_id, organisation_id, worker_id)
    values (p_alert, p_case, caller_organisation(), caller_worker());
  insert into safety_alert_card (alert_id, organisation_id, severity, raised_at, shown_from)
    values (p_alert, f.lead_organisation_id, p_severity, caller_now(), p_coordinator_at);
  if p_words is not null then
    insert into safety_alert_word (alert_id, case_id, said_when, words, written_at)
      values (p_alert, p_case, 'RAISED', p_words, caller_now());
  end if;
  return f.lead_organisation_id;
end $$;

-- ---- somebody sees to it: another person than who raised it, once
create function alert_acknowledge(p_alert uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare a safety_alert;
begin
  select * into a from safety_alert where alert_id = p_alert for update;
  if a.alert_id is null or not answers_alert(a.case_id, a.organisation_id)
     or num_nonnulls(a.acknowledged_at, a.ended_at) > 0
     or exists (select from safety_alert_raiser r where r.alert_id = p_alert and r.worker_id = caller_worker()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update safety_alert set acknowledged_at = caller_now(), acknowledged_by = caller_worker() where alert_id = p_alert;
  delete from safety_alert_card where alert_id = p_alert;
end $$;

-- ---- what was done, by those who answer; it was seen to before
create function alert_settle(p_alert uuid, p_outcome text, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare a safety_alert;
begin
  select * into a from safety_alert where alert_id = p_alert for update;
  if a.alert_id is null or not answers_alert(a.case_id, a.organisation_id) or a.acknowledged_at is null
     or num_nonnulls(a.settled_at, a.ended_at) > 0 then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update safety_alert set settled_at = caller_now(), settled_by = caller_worker(), outcome = p_outcome where alert_id = p_alert;
  insert into safety_alert_word (alert_id, case_id, said_when, words, written_at)
    values (p_alert, a.case_id, 'SETTLED', p_words, caller_now());
end $$;

-- ---- in a closed file nobody is asked any more; answers which ended
create function alerts_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if leads(p_case) and may('seen', p_case, 0) and not (select case_is_open(f.status) from case_file f where f.case_id = p_case) then
    delete from safety_alert_card c using safety_alert a
     where a.case_id = p_case and a.alert_id = c.alert_id;
    return query update safety_alert set ended_at = caller_now() where case_id = p_case and settled_at is null and ended_at is null
                 returning alert_id;
  end if;
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['on_call_for(uuid, uuid)', 'tied_to_alert(uuid)', 'alert_on_call(uuid)', 'answers_alert(uuid, uuid)',
                           'alert_raise(uuid, uuid, text, text, text, timestamptz, timestamptz, timestamptz)', 'alert_acknowledge(uuid)',
                           'alert_settle(uuid, text, text)', 'alerts_end(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  execute 'alter function alerts_follow_lead() owner to alongside_gatekeeper';
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function alerts_follow_lead() from public;
grant select on on_call to alongside_gatekeeper;
