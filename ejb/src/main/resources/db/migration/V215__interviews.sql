-- Police and prosecution ask for an interview; she decides, with who leads and her lawyer at her side. They learn what she answered and how often she
-- has told it already, over all agencies: the number alone, so that she is not made to tell it again and again. Who of those that help her is behind an
-- answer, they never learn. What she decided about cooperating is hers: nothing here or elsewhere waits for it.

insert into setting (name, value, basis) values
  ('interview-answered-within', '72 hours', 'design recommendation');

create table statement_limit (
  child  boolean primary key,
  freely int not null check (freely between 0 and 20)
);
comment on table statement_limit is 'How often she may have told it before whoever asks for another time says why: a table that the operator keeps';
insert into statement_limit (child, freely) values (true, 1), (false, 2);
grant select on statement_limit to alongside_app, alongside_gatekeeper;

create table interview (
  interview_id       uuid primary key,
  case_id            uuid not null references case_file,
  organisation_id    uuid not null references organisation,
  asked_at           timestamptz not null,
  asked_by           uuid not null references worker,
  about              text[] not null check (cardinality(about) between 1 and 12),
  minutes            int not null check (minutes between 10 and 240),
  protection         text[] not null default '{}',
  checks             text[] not null default '{}',
  told_before        int not null check (told_before >= 0),
  again_reason       text,
  answer_by          timestamptz not null check (answer_by > asked_at),
  answer             text check (answer in ('YES', 'NO', 'LATER')),
  company            text[] not null default '{}',
  place              text,
  protection_wanted  text[] not null default '{}',
  later_on           date,
  answered_at        timestamptz,
  taken_back_at      timestamptz,
  ended_at           timestamptz,
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'LATER') = (later_on is not null)),
  check ((answer is not distinct from 'YES') = (place is not null)),
  check (answer is not distinct from 'YES' or cardinality(company) = 0 and cardinality(protection_wanted) = 0),
  unique (interview_id, case_id, organisation_id)
);
comment on table interview is 'An interview that police or prosecution ask for, and what she answered; codes only. Category law-enforcement intelligence, for who asked, who leads and her lawyer';
comment on column interview.told_before is 'How often she had told it when they asked, over all agencies; kept by function';
comment on column interview.checks is 'What they promise for a child, codes of child_interview_check';
create index interview_case on interview (case_id, asked_at desc);
create unique index interview_open on interview (case_id, organisation_id)
  where (answer is null or answer = 'LATER') and taken_back_at is null and ended_at is null;

create table interview_answerer (
  interview_id    uuid primary key references interview,
  case_id         uuid not null references case_file,
  worker_id       uuid not null references worker
);
comment on table interview_answerer is 'Who wrote down what she answered, for who leads alone: apart, because those who ask read the answer; category law-enforcement intelligence';
create index interview_answerer_case on interview_answerer (case_id);

create table interview_advice (
  interview_id    uuid not null references interview,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  advice          text not null,
  advised_at      timestamptz not null,
  advised_by      uuid not null references worker,
  primary key (interview_id, organisation_id)
);
comment on table interview_advice is 'What her lawyer advises, a code, for her: who leads tells her; never for those who ask. Category legal';
create index interview_advice_case on interview_advice (case_id);

create table statement (
  statement_id    uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  by_lead         boolean not null,
  agency          text not null,
  taken_on        date not null,
  medium          text not null,
  company         text[] not null check (cardinality(company) > 0),
  interview_id    uuid,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  foreign key (interview_id, case_id, organisation_id) references interview (interview_id, case_id, organisation_id)
);
comment on table statement is 'That she told it: to whom, how it was taken, who was with her, never what. For the agency that took it, or, of one that is no partner here, for who leads; all together are counted. Category law-enforcement intelligence';
create index statement_case on statement (case_id, taken_on desc);

create table cooperation (
  cooperation_id  uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  decision        text not null,
  decided_on      date not null,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker
);
comment on table cooperation is 'What she decided about cooperating with police and prosecution: hers, for who leads and her lawyer. No gate, process or table of help reads it, and a test sees to that. Category legal';
create index cooperation_case on cooperation (case_id, decided_on desc);

-- ---- who stands how to it
-- those of police or prosecution who work on it, as far as the matrix lets their role into a store of theirs
create function polices(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('LEL', 'PRL') and (caller_mask('seen') | caller_mask('conditional')) & 256 <> 0 and may('seen', p_case, 0)
$$;
-- those who lead and so ask her
create function asks_her(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('CW', 'SUP') and leads(p_case) and may('read', p_case, 2048)
$$;
-- her lawyer
create function defends(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('LAW') and may('write', p_case, 128)
$$;

do $$ declare t text; begin
  foreach t in array array['interview', 'interview_answerer', 'interview_advice', 'statement', 'cooperation'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;
create policy asked on interview for select to alongside_app using (organisation_id = (select caller_organisation()) and polices(case_id));
create policy told on interview for select to alongside_app using (asks_her(case_id) or defends(case_id));
create policy known on interview_answerer for select to alongside_app using (asks_her(case_id));
create policy known on interview_advice for select to alongside_app using (
  asks_her(case_id) or organisation_id = (select caller_organisation()) and defends(case_id));
create policy own on statement for select to alongside_app using (
  not by_lead and organisation_id = (select caller_organisation()) and polices(case_id));
create policy noted on statement for select to alongside_app using (by_lead and asks_her(case_id));
create policy hers on cooperation for select to alongside_app using (asks_her(case_id) or defends(case_id));

create trigger told after insert or update on interview for each row execute function tell_lead('organisation_id');
create trigger told_of after insert or update on interview for each row execute function tell_lead();
create trigger told after insert on interview_advice for each row execute function tell_lead();
create trigger told after insert on statement for each row execute function tell_lead('organisation_id');
create trigger told after insert on cooperation for each row execute function tell_lead();

-- how often she has told it, over all agencies: the number alone, for those who would have her tell it again and those who stand beside her
create function told_before(p_case uuid) returns int
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select case when polices(p_case) or asks_her(p_case) or defends(p_case)
              then (select count(*)::int from statement s where s.case_id = p_case) end
$$;
-- whether another time needs a reason
create function told_enough(p_case uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told_before(p_case) >= (select l.freely from statement_limit l
                                  where l.child = coalesce((select m.child from identity_minimum m where m.case_id = p_case), true))
$$;
-- whether she is a child, or nobody knows otherwise: what is promised for a child is promised then
create function interview_of_child(p_case uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (polices(p_case) or asks_her(p_case) or defends(p_case)) and coalesce((select m.child from identity_minimum m where m.case_id = p_case), true)
$$;

-- ---- asks; answers who leads and is asked
create function interview_ask(p_id uuid, p_case uuid, p_about text[], p_minutes int, p_protection text[], p_checks text[], p_again text,
                              p_answer_by timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f case_file;
begin
  if not polices(p_case) or tied(caller_worker(), p_case)
     or interview_of_child(p_case) and coalesce(cardinality(p_checks), 0) = 0 then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into f from case_file where case_id = p_case for key share;
  if told_enough(p_case) and p_again is null then
    raise exception 'another time needs a reason' using errcode = '23514';
  end if;
  insert into interview (interview_id, case_id, organisation_id, asked_at, asked_by, about, minutes, protection, checks, told_before, again_reason,
                         answer_by)
    values (p_id, p_case, caller_organisation(), caller_now(), caller_worker(), p_about, p_minutes, coalesce(p_protection, '{}'),
            coalesce(p_checks, '{}'), told_before(p_case), p_again, p_answer_by);
  return f.lead_organisation_id;
end $$;

-- those who asked take it back; answers whether it was open
create function interview_take_back(p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare i interview;
begin
  select * into i from interview where interview_id = p_id for update;
  if i.interview_id is null or i.organisation_id <> caller_organisation() or not polices(i.case_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if num_nonnulls(i.taken_back_at, i.ended_at) > 0 or i.answer in ('YES', 'NO') then
    return false;
  end if;
  update interview set taken_back_at = caller_now() where interview_id = p_id;
  return true;
end $$;

-- what she answered, written down by who leads; answers whether it was open
create function interview_answer(p_id uuid, p_answer text, p_company text[], p_place text, p_protection text[], p_later_on date) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare i interview;
begin
  select * into i from interview where interview_id = p_id for update;
  if i.interview_id is null or not caller_is('CW') or not asks_her(i.case_id) or not may('write', i.case_id, 2048) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if num_nonnulls(i.taken_back_at, i.ended_at) > 0 or i.answer in ('YES', 'NO') then
    return false;
  end if;
  update interview set answer = p_answer, company = coalesce(p_company, '{}'), place = p_place, protection_wanted = coalesce(p_protection, '{}'),
         later_on = p_later_on, answered_at = caller_now() where interview_id = p_id;
  insert into interview_answerer (interview_id, case_id, worker_id) values (p_id, i.case_id, caller_worker())
    on conflict (interview_id) do update set worker_id = excluded.worker_id;
  return true;
end $$;

-- what her lawyer advises, as long as she has not decided; answers whether that is so
create function interview_advise(p_id uuid, p_advice text) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare i interview;
begin
  select * into i from interview where interview_id = p_id for share;
  if i.interview_id is null or not defends(i.case_id) or tied(caller_worker(), i.case_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if num_nonnulls(i.taken_back_at, i.ended_at) > 0 or i.answer in ('YES', 'NO') then
    return false;
  end if;
  insert into interview_advice (interview_id, case_id, organisation_id, advice, advised_at, advised_by)
    values (p_id, i.case_id, caller_organisation(), p_advice, caller_now(), caller_worker())
    on conflict (interview_id, organisation_id)
    do update set advice = excluded.advice, advised_at = excluded.advised_at, advised_by = excluded.advised_by;
  return true;
end $$;

-- that she told it: by the agency that took it, or, of an agency that is no partner here, by who leads
create function statement_record(p_id uuid, p_case uuid, p_agency text, p_taken_on date, p_medium text, p_company text[], p_interview uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare lead boolean := caller_is('CW') and asks_her(p_case) and may('write', p_case, 2048);
begin
  if not (polices(p_case) or lead) or tied(caller_worker(), p_case) or p_taken_on > (caller_now() at time zone 'UTC')::date + 1
     or p_interview is not null and (lead or not exists (select from interview i where i.interview_id = p_interview and i.case_id = p_case
                                       and i.organisation_id = caller_organisation() and i.answer = 'YES')) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into statement (statement_id, case_id, organisation_id, by_lead, agency, taken_on, medium, company, interview_id, recorded_at, recorded_by)
    values (p_id, p_case, caller_organisation(), lead, p_agency, p_taken_on, p_medium, p_company, p_interview, caller_now(), caller_worker());
end $$;

-- what she decided about cooperating
create function cooperation_record(p_id uuid, p_case uuid, p_decision text, p_decided_on date) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (caller_is('CW') and asks_her(p_case) and may('write', p_case, 2048) or defends(p_case)) or tied(caller_worker(), p_case)
     or p_decided_on > (caller_now() at time zone 'UTC')::date + 1 then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into cooperation (cooperation_id, case_id, organisation_id, decision, decided_on, recorded_at, recorded_by)
    values (p_id, p_case, caller_organisation(), p_decision, p_decided_on, caller_now(), caller_worker());
end $$;

-- in a closed file, and where nothing is open any more to those who asked, nobody is asked; answers which ended
create function interviews_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (asks_her(p_case) or caller_is_system()) then
    return;
  end if;
  return query update interview i set ended_at = caller_now()
    where i.case_id = p_case and i.ended_at is null and i.taken_back_at is null and (i.answer is null or i.answer = 'LATER')
      and (not (select case_is_open(f.status) from case_file f where f.case_id = p_case)
           or not exists (select from access_grant g where g.case_id = p_case and g.organisation_id = i.organisation_id
                             and (g.ended_at is null or g.ended_at > caller_now()) and caller_now() < g.valid_until))
    returning i.interview_id;
end $$;

-- the houses of her lawyers, told to the process alone
create function lawyers_of(p_case uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select distinct g.organisation_id from access_grant g
   where coalesce((select caller_is_system()), false) and g.case_id = p_case and g.category = 7 and g.level in ('F', 'W') and g.ended_at is null
     and g.valid_from <= caller_now() and caller_now() < g.valid_until
     and exists (select from worker w join worker_role r using (worker_id)
                  where w.organisation_id = g.organisation_id and r.role_code = 'LAW' and (w.left_at is null or w.left_at > caller_now()))
$$;
create function interview_lawyers(p_interview uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select l from interview i cross join lateral lawyers_of(i.case_id) l where i.interview_id = p_interview
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['polices(uuid)', 'asks_her(uuid)', 'defends(uuid)', 'told_before(uuid)', 'told_enough(uuid)', 'interview_of_child(uuid)',
                           'interview_ask(uuid, uuid, text[], int, text[], text[], text, timestamptz)', 'interview_take_back(uuid)',
                           'interview_answer(uuid, text, text[], text, text[], date)', 'interview_advise(uuid, text)',
                           'statement_record(uuid, uuid, text, date, text, text[], uuid)', 'cooperation_record(uuid, uuid, text, date)',
                           'interviews_end(uuid)', 'lawyers_of(uuid)', 'interview_lawyers(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
