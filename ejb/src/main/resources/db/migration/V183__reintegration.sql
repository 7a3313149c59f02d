-- How somebody goes back to a place of hers, is resettled, or stays and builds her life here (DOMAIN 8.8): decided by her and informed. Nobody
-- leaves before her risk was assessed anew and somebody is ready to receive her, and no child against what is best for her. No clock moves
-- anybody: a day that is over asks people, and nothing else.

create table reintegration (
  reintegration_id uuid primary key,
  case_id          uuid not null references case_file,
  return_type      text not null check (return_type in ('VOLUNTARY', 'ASSISTED_VOLUNTARY', 'LOCAL_INTEGRATION', 'RESETTLEMENT', 'FORCED')),
  country          text check (country ~ '^[A-Z]{2}$'),
  informed_on      date,
  decided_on       date,
  language         text,
  family_contact   text not null,
  planned_at       timestamptz not null,
  planned_by       uuid not null references worker,
  risk_by          timestamptz,
  receiver_by      timestamptz,
  ready_by         timestamptz,
  review_by        timestamptz not null,
  departed_at      timestamptz,
  arrival_by       timestamptz,
  arrived_at       timestamptz,
  arrived_how      text,
  reviewed_at      timestamptz,
  ended_at         timestamptz,
  end_reason       text check (end_reason in ('CHANGED_HER_MIND', 'NOT_SAFE', 'DONE', 'CASE_CLOSED')),
  unique (reintegration_id, case_id),
  check ((return_type = 'LOCAL_INTEGRATION') = (country is null)),
  check (return_type = 'FORCED' or num_nonnulls(informed_on, decided_on, language) = 3 and informed_on <= decided_on),
  check (num_nonnulls(risk_by, receiver_by, ready_by) = case when return_type in ('LOCAL_INTEGRATION', 'FORCED') then 0 else 3 end),
  check (departed_at is null or return_type <> 'LOCAL_INTEGRATION'),
  check ((departed_at is null) = (arrival_by is null)),
  check ((arrived_at is null) = (arrived_how is null)),
  check (arrived_at is null or arrived_at >= departed_at),
  check ((ended_at is null) = (end_reason is null))
);
comment on table reintegration is 'That she goes back, is resettled or stays, how far it is and how it ended: codes and instants; category referrals, the lead''s alone';
comment on column reintegration.decided_on is 'When she decided, after she was told what she can choose and what awaits her; never of a forced return';
comment on column reintegration.country is 'Where she goes, ISO 3166-1 alpha-2; no place in it';
comment on column reintegration.risk_by is 'By when somebody is asked: nothing happens to her when it is over';
create unique index reintegration_running on reintegration (case_id) where ended_at is null;

create table reintegration_receiver (
  receiver_id      uuid primary key,
  reintegration_id uuid not null,
  case_id          uuid not null,
  referral_id      uuid references referral,
  name             text check (length(name) between 1 and 120),
  confirmed_by     text check (length(confirmed_by) between 1 and 120),
  confirmed_on     date not null,
  medium           text,
  noted_at         timestamptz not null,
  noted_by         uuid not null references worker,
  foreign key (reintegration_id, case_id) references reintegration (reintegration_id, case_id),
  check (case when referral_id is not null then num_nonnulls(name, confirmed_by, medium) = 0
              else num_nonnulls(name, confirmed_by, medium) = 3 end),
  check (confirmed_on <= (noted_at at time zone 'UTC')::date)
);
comment on table reintegration_receiver is 'Who is ready to receive her: an organisation here that accepted her referral, or one elsewhere, with who said so, when and how. Category referrals, the lead''s alone';
create index reintegration_receiver_of on reintegration_receiver (reintegration_id, noted_at desc);
create index reintegration_receiver_case on reintegration_receiver (case_id);

create table reintegration_step (
  reintegration_id uuid not null,
  case_id          uuid not null,
  step             text not null check (step in ('DOCUMENTS', 'TRAVEL', 'RECEPTION')),
  done_at          timestamptz not null,
  done_by          uuid not null references worker,
  primary key (reintegration_id, step),
  foreign key (reintegration_id, case_id) references reintegration (reintegration_id, case_id)
);
comment on table reintegration_step is 'What is arranged before she leaves, and nothing of how: category referrals, the lead''s alone';
create index reintegration_step_case on reintegration_step (case_id);

create table reintegration_aim (
  aim_id           uuid primary key,
  reintegration_id uuid not null,
  case_id          uuid not null,
  dimension        text not null check (dimension in ('ECONOMIC', 'SOCIAL', 'PSYCHOSOCIAL')),
  words            text not null check (length(words) between 1 and 500),
  noted_at         timestamptz not null,
  noted_by         uuid not null references worker,
  foreign key (reintegration_id, case_id) references reintegration (reintegration_id, case_id)
);
comment on table reintegration_aim is 'What she wants to reach, in her words, by dimension; category care plan and goals, the lead''s alone';
create index reintegration_aim_of on reintegration_aim (reintegration_id, noted_at);
create index reintegration_aim_case on reintegration_aim (case_id);

create table reintegration_indicator (
  code      text primary key,
  dimension text not null check (dimension in ('ECONOMIC', 'SOCIAL', 'PSYCHOSOCIAL')),
  position  smallint not null unique,
  asked     boolean not null default true
);
comment on table reintegration_indicator is 'By what it is seen that she can live on her own, by dimension: data of the programme, with words in the code list of that name';
insert into reintegration_indicator (code, dimension, position) values
  ('INCOME_COVERS_NEEDS', 'ECONOMIC', 1), ('WORK_OR_TRAINING', 'ECONOMIC', 2), ('DEBT_UNDER_CONTROL', 'ECONOMIC', 3), ('FOOD_SECURE', 'ECONOMIC', 4),
  ('MONEY_IS_HERS', 'ECONOMIC', 5),
  ('SAFE_HOME', 'SOCIAL', 6), ('DOCUMENTS_HELD', 'SOCIAL', 7), ('HEALTH_CARE_REACHED', 'SOCIAL', 8), ('SCHOOL_FOR_CHILDREN', 'SOCIAL', 9),
  ('JUSTICE_REACHED', 'SOCIAL', 10),
  ('SOMEBODY_TO_TURN_TO', 'PSYCHOSOCIAL', 11), ('FEELS_SAFE', 'PSYCHOSOCIAL', 12), ('TAKES_PART', 'PSYCHOSOCIAL', 13), ('NOT_SHUNNED', 'PSYCHOSOCIAL', 14),
  ('LOOKS_AHEAD', 'PSYCHOSOCIAL', 15);
grant select on reintegration_indicator to alongside_app, alongside_gatekeeper;

create table reintegration_reading (
  reading_id       uuid primary key,
  reintegration_id uuid not null,
  case_id          uuid not null,
  indicator        text not null references reintegration_indicator,
  reading          text not null,
  read_at          timestamptz not null,
  read_by          uuid not null references worker,
  foreign key (reintegration_id, case_id) references reintegration (reintegration_id, case_id)
);
comment on table reintegration_reading is 'How far she is by an indicator, as she says; the newest counts. Category care plan and goals, the lead''s alone';
create index reintegration_reading_of on reintegration_reading (reintegration_id, indicator, read_at desc);
create index reintegration_reading_case on reintegration_reading (case_id);

create table reintegration_support (
  support_id       uuid primary key,
  reintegration_id uuid not null,
  case_id          uuid not null,
  kind             text not null check (kind in ('CASH', 'IN_KIND')),
  purpose          text not null,
  amount           numeric(12, 2) check (amount > 0),
  currency         text check (currency ~ '^[A-Z]{3}$'),
  words            text check (length(words) between 1 and 300),
  given_on         date not null,
  given_by         uuid not null references worker,
  noted_at         timestamptz not null,
  noted_by         uuid not null references worker,
  confirmed_at     timestamptz,
  confirmed_to     uuid references worker,
  foreign key (reintegration_id, case_id) references reintegration (reintegration_id, case_id),
  check (case kind when 'CASH' then num_nonnulls(amount, currency) = 2 else words is not null and (amount is null) = (currency is null) end),
  check ((confirmed_at is null) = (confirmed_to is null)),
  check (given_on <= (noted_at at time zone 'UTC')::date)
);
comment on table reintegration_support is 'What she was given, when and by whom, and that she says she has it; category care plan and goals, the lead''s alone';
create index reintegration_support_of on reintegration_support (reintegration_id, given_on);
create index reintegration_support_case on reintegration_support (case_id);

do $$ declare t text; begin
  foreach t in array array['reintegration', 'reintegration_receiver', 'reintegration_step', 'reintegration_aim', 'reintegration_reading',
                           'reintegration_support'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
    execute format('create trigger told after insert or update on %I for each row execute function tell_lead()', t);
  end loop;
  foreach t in array array['reintegration', 'reintegration_receiver', 'reintegration_step'] loop
    execute format('create policy lead on %I for select to alongside_app using (may(''read'', case_id, 2048) and leads(case_id))', t);
  end loop;
  foreach t in array array['reintegration_aim', 'reintegration_reading', 'reintegration_support'] loop
    execute format('create policy lead on %I for select to alongside_app using (may(''read'', case_id, 1024) and leads(case_id))', t);
  end loop;
end $$;

create function reintegration_led(p_reintegration uuid) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from reintegration r where r.reintegration_id = p_reintegration and r.ended_at is null
                    and caller_is('CW') and leads(r.case_id) and may('write', r.case_id, 2048) and not tied(caller_worker(), r.case_id))
$$;
create policy planned on reintegration for insert to alongside_app with check (
  planned_by = (select caller_worker()) and planned_at = (select caller_now()) and (select caller_is('CW')) and leads(case_id)
  and may('write', case_id, 2048)
  and num_nonnulls(departed_at, arrived_at, reviewed_at, ended_at) = 0);
create policy noted on reintegration_receiver for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and reintegration_led(reintegration_id)
  and (referral_id is null or exists (select from referral r join referral_card c using (referral_id)
        where r.referral_id = reintegration_receiver.referral_id and r.case_id = reintegration_receiver.case_id
          and c.status in ('ACCEPTED', 'IN_SERVICE', 'COMPLETED'))));
create policy done on reintegration_step for insert to alongside_app with check (
  done_by = (select caller_worker()) and done_at = (select caller_now()) and reintegration_led(reintegration_id));
create policy noted on reintegration_aim for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and reintegration_led(reintegration_id) and may('write', case_id, 1024));
create policy noted on reintegration_reading for insert to alongside_app with check (
  read_by = (select caller_worker()) and read_at = (select caller_now()) and reintegration_led(reintegration_id) and may('write', case_id, 1024)
  and exists (select from reintegration_indicator i where i.code = indicator and i.asked));
create policy noted on reintegration_support for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and confirmed_at is null and reintegration_led(reintegration_id)
  and may('write', case_id, 1024)
  and exists (select from worker w where w.worker_id = given_by and w.organisation_id = (select caller_organisation())));
create policy confirmed on reintegration_support for update to alongside_app
  using (confirmed_at is null and reintegration_led(reintegration_id) and may('write', case_id, 1024))
  with check (confirmed_at = (select caller_now()) and confirmed_to = (select caller_worker()));
grant insert (reintegration_id, case_id, return_type, country, informed_on, decided_on, language, family_contact, planned_at, planned_by, risk_by,
              receiver_by, ready_by, review_by) on reintegration to alongside_app;
grant insert on reintegration_receiver, reintegration_step, reintegration_aim, reintegration_reading, reintegration_support to alongside_app;
grant update (confirmed_at, confirmed_to) on reintegration_support to alongside_app;

-- ---- what is missing before she can leave, as codes of return_missing; none for who stays, and of a forced return nothing is ours to allow
-- What must be there before she leaves, asked of what holds today: the level that a supervisor has set counts before the one that was found, and a
-- house here receives her only while it still stands by her referral. And asked while her file is held: risk, best interests and closing that
-- come in the same second come before she leaves or after it.
create function return_missing(p_reintegration uuid) returns setof text
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select m.code
    from reintegration r
   cross join lateral (
     select (select coalesce(o.level, a.level) from risk_assessment a left join risk_override o using (assessment_id)
              where a.case_id = r.case_id and a.assessed_at >= r.planned_at order by a.assessed_at desc limit 1) risk,
            (select v.referral_id is null
                    or exists (select from referral_card c where c.referral_id = v.referral_id and c.status in ('ACCEPTED', 'IN_SERVICE', 'COMPLETED'))
               from reintegration_receiver v where v.reintegration_id = r.reintegration_id order by v.noted_at desc, v.receiver_id limit 1) received,
            exists (select from identity_minimum i where i.case_id = r.case_id and i.child) child) k
   cross join lateral (values
     (1, 'RISK_NOT_ASSESSED', k.risk is null),
     (2, 'RISK_IMMEDIATE', k.risk = 'IMMEDIATE'),
     (3, 'RECEIVER_NOT_CONFIRMED', k.received is not true),
     (4, 'DOCUMENTS', not exists (select from reintegration_step s where s.reintegration_id = r.reintegration_id and s.step = 'DOCUMENTS')),
     (5, 'TRAVEL', not exists (select from reintegration_step s where s.reintegration_id = r.reintegration_id and s.step = 'TRAVEL')),
     (6, 'RECEPTION', not exists (select from reintegration_step s where s.reintegration_id = r.reintegration_id and s.step = 'RECEPTION')),
     (7, 'BEST_INTERESTS', k.child and best_interests_of(r.case_id, 'RETURN') is distinct from 'SUPPORTS')) m (place, code, missing)
   where r.reintegration_id = p_reintegration and r.return_type not in ('LOCAL_INTEGRATION', 'FORCED') and m.missing
   order by m.place
$$;

create function reintegration_depart(p_reintegration uuid, p_arrival_by timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare r reintegration; s text;
begin
  -- the file before the return, as closing holds them
  select f.status into s from reintegration d join case_file f using (case_id) where d.reintegration_id = p_reintegration for no key update of f;
  select * into r from reintegration where reintegration_id = p_reintegration for update;
  if not found or not reintegration_led(p_reintegration) or r.return_type = 'LOCAL_INTEGRATION' or r.departed_at is not null or not case_is_open(s) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if exists (select from return_missing(p_reintegration)) then
    raise exception 'not ready' using errcode = 'AL053';
  end if;
  update reintegration set departed_at = caller_now(), arrival_by = p_arrival_by where reintegration_id = p_reintegration;
end $$;

create function reintegration_arrive(p_reintegration uuid, p_how text, p_review_by timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not reintegration_led(p_reintegration) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update reintegration set arrived_at = caller_now(), arrived_how = p_how, review_by = p_review_by
   where reintegration_id = p_reintegration and departed_at is not null and arrived_at is null;
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
end $$;

create function reintegration_review(p_reintegration uuid, p_review_by timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not reintegration_led(p_reintegration) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update reintegration set reviewed_at = caller_now(), review_by = p_review_by where reintegration_id = p_reintegration;
end $$;

-- she changed her mind, it is not safe, or it is done; who is on her way is looked for first
create function reintegration_end(p_reintegration uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not reintegration_led(p_reintegration) or p_reason = 'CASE_CLOSED' then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update reintegration set ended_at = caller_now(), end_reason = p_reason
   where reintegration_id = p_reintegration and (departed_at is null or arrived_at is not null)
     and (p_reason <> 'DONE' or return_type = 'LOCAL_INTEGRATION' or arrived_at is not null);
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
end $$;

-- with the file it ends; answers which. Nobody who is on her way is closed away
create function reintegrations_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if leads(p_case) and may('seen', p_case, 0) and not (select case_is_open(f.status) from case_file f where f.case_id = p_case) then
    return query update reintegration r set ended_at = caller_now(), end_reason = 'CASE_CLOSED'
                  where r.case_id = p_case and r.ended_at is null returning r.reintegration_id;
  end if;
end $$;

-- she arrived in this episode, and a receiving organisation was confirmed before she left: of a file that was opened again an earlier return counts no more
create function returned_confirmed(p_case uuid) returns boolean
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from reintegration r join reintegration_receiver v using (reintegration_id)
                   join case_file f on f.case_id = r.case_id join case_episode e on e.case_id = f.case_id and e.episode_no = f.episode_no
                  where r.case_id = p_case and r.arrived_at is not null and v.noted_at <= r.departed_at and r.planned_at >= e.opened_at)
$$;

-- what a closing is agreed to in spite of is what was weighed when it was proposed: neither a hearing nor a risk that came in the same second
create or replace function closing_weighed() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if hearings_unowned(new.case_id) > 0 and not 'OPEN_HEARINGS' = any (new.obstacles) then
    raise exception 'a hearing is still to come' using errcode = 'AL050';
  end if;
  if exists (select from safety_minimum m
              where m.case_id = new.case_id and m.risk_level <> 'LOW' and not 'RISK_' || m.risk_level = any (new.obstacles)) then
    raise exception 'her risk was assessed meanwhile' using errcode = '40001';
  end if;
  if best_interests_of(new.case_id, 'CLOSING') = 'AGAINST' and exists (select from identity_minimum i where i.case_id = new.case_id and i.child) then
    raise exception 'against the best interests of a child' using errcode = 'AL051';
  end if;
  if new.reason = 'RETURNED_HOME_COUNTRY' and not returned_confirmed(new.case_id) then
    raise exception 'nobody confirmed that she is received' using errcode = 'AL052';
  end if;
  if exists (select from reintegration r where r.case_id = new.case_id and r.departed_at is not null and r.arrived_at is null and r.ended_at is null) then
    raise exception 'she is on her way' using errcode = 'AL054';
  end if;
  return new;
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['reintegration_led(uuid)', 'reintegration_depart(uuid, timestamptz)', 'reintegration_arrive(uuid, text, timestamptz)',
                           'reintegration_review(uuid, timestamptz)', 'reintegration_end(uuid, text)', 'reintegrations_end(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['return_missing(uuid)', 'returned_confirmed(uuid)']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app, alongside_gatekeeper', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;

-- those that are over are asked for too, whenever a file is looked at or closed
create index reintegration_case on reintegration (case_id);
