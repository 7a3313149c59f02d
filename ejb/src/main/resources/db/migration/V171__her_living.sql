-- How she comes to live by herself (DOMAIN 8.5, 8.6): skills, courses, work, projects, groups, language, a mentor, the neighbourhood. Work only with
-- an employer whom somebody has checked, and never with one whom she does not want. Category care plan and goals (10), as the goals it serves.
-- There is no field for her story or her picture: nobody is told that she works there but who helps her.

insert into setting (name, value, basis) values
  ('job-asked-first', '3 mons', 'DOMAIN 8.5'),
  ('job-asked-second', '6 mons', 'DOMAIN 8.5'),
  ('job-answered-within', '14 days', 'design'),
  ('employer-check-counts', '12 mons', 'design');

-- ---- employers: a house's own list, of which no other house knows
create table employer (
  employer_id     uuid primary key,
  organisation_id uuid not null references organisation,
  name            text not null check (length(btrim(name)) between 1 and 200),
  name_key        text not null generated always as (lower(regexp_replace(btrim(name), '\s+', ' ', 'g'))) stored,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  unique (organisation_id, name_key),
  unique (employer_id, organisation_id)
);
comment on table employer is 'With whom somebody could find work, once in each house: no survivor stands in it';

create table employer_check (
  check_id        uuid primary key,
  employer_id     uuid not null,
  organisation_id uuid not null,
  against         text[] not null check (cardinality(against) between 1 and 20),
  result          text not null check (result in ('SAFE', 'NOT_SAFE')),
  words           text check (length(words) between 1 and 1000),
  checked_on      date not null,
  counts_until    date not null check (counts_until > checked_on),
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  foreign key (employer_id, organisation_id) references employer (employer_id, organisation_id)
);
comment on table employer_check is 'Who checked an employer, against what (codes of employer_check_item), and what came of it; the newest counts';
create index employer_check_of on employer_check (employer_id, recorded_at desc);

create table employer_veto (
  veto_id         uuid primary key,
  employer_id     uuid not null references employer,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  said_on         date not null,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  lifted_at       timestamptz,
  lifted_by       uuid references worker,
  check ((lifted_at is null) = (lifted_by is null))
);
comment on table employer_veto is 'That she does not want to work there, whatever the check says; she needs no reason and none is kept';
create unique index employer_veto_lasts on employer_veto (employer_id, case_id) where lifted_at is null;
create index employer_veto_case on employer_veto (case_id);

create table livelihood (
  livelihood_id   uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  kind            text not null,
  what            text not null check (length(what) between 1 and 300),
  employer_id     uuid references employer,
  began_on        date not null,
  until_on        date check (until_on >= began_on),
  income_before   text,
  agreed_on       date not null check (agreed_on <= began_on),
  ended_on        date check (ended_on >= began_on),
  end_reason      text,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  version         int not null default 0,
  check ((kind = 'JOB') = (employer_id is not null)),
  check ((ended_on is null) = (end_reason is null)),
  unique (livelihood_id, case_id, organisation_id)
);
comment on table livelihood is 'A step towards a life of her own, code of livelihood_kind: what she agreed to, from when until when, and how it ended';
comment on column livelihood.income_before is 'Her income before it: code of income_band';
create index livelihood_case on livelihood (case_id, began_on desc);

create table livelihood_question (
  question_id     uuid primary key,
  livelihood_id   uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  point           text not null check (point in ('M3', 'M6')),
  ask_at          timestamptz not null,
  answer_by       timestamptz not null check (answer_by > ask_at),
  answer          text,
  income          text,
  answered_at     timestamptz,
  answered_by     uuid references worker,
  ended_at        timestamptz,
  check (num_nulls(answer, answered_at, answered_by) in (0, 3)),
  check (answered_at is null or ended_at is null),
  unique (livelihood_id, point),
  foreign key (livelihood_id, case_id, organisation_id) references livelihood (livelihood_id, case_id, organisation_id)
);
comment on table livelihood_question is 'Whether she still has the work, after three and six months, and what she has by then: codes of retention_answer and income_band';
comment on column livelihood_question.ended_at is 'The file was closed, or the work had ended before: nobody asks any more';
create index livelihood_question_case on livelihood_question (case_id);

create function plans_a_living() returns boolean stable parallel safe
  return caller_is('CW', 'SUP', 'SHS', 'SHM', 'COU', 'HLT', 'LAW');
do $$ declare t text; begin
  foreach t in array array['employer', 'employer_check', 'employer_veto', 'livelihood', 'livelihood_question'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
  foreach t in array array['employer', 'employer_check'] loop
    execute format('create policy own on %I for select to alongside_app using (
      organisation_id = (select caller_organisation()) and (select plans_a_living()))', t);
  end loop;
  foreach t in array array['employer_veto', 'livelihood', 'livelihood_question'] loop
    execute format('create policy known on %I for select to alongside_app using (
      may(''read'', case_id, 1024) or organisation_id = (select caller_organisation()) and knows(case_id, 1024))', t);
    execute format('create trigger told after insert or update on %I for each row execute function tell_lead(''organisation_id'')', t);
  end loop;
  foreach t in array array['employer_veto', 'livelihood'] loop
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;
grant insert on employer, employer_check, employer_veto, livelihood, livelihood_question to alongside_app;
grant update (lifted_at, lifted_by) on employer_veto to alongside_app;
grant update (ended_on, end_reason, version) on livelihood to alongside_app;
grant update (answer, income, answered_at, answered_by, ended_at) on livelihood_question to alongside_app;

create policy written on employer for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and (select plans_a_living()));
create policy written on employer_check for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and (select caller_is('CW', 'SUP'))
  and counts_until <= checked_on + (select value from setting where name = 'employer-check-counts')
  and checked_on <= (select caller_now())::date + 1);
create policy written on employer_veto for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and lifted_at is null and may('write', case_id, 1024)
  and exists (select from employer e where e.employer_id = employer_veto.employer_id));
create policy lifted on employer_veto for update to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 1024));
create policy written on livelihood for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and ended_on is null and may('write', case_id, 1024));
create policy changed on livelihood for update to alongside_app using (
  may('write', case_id, 1024) and (organisation_id = (select caller_organisation()) or leads(case_id)));
create policy written on livelihood_question for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and may('write', case_id, 1024) and answered_at is null and ended_at is null
  and exists (select from livelihood l where l.livelihood_id = livelihood_question.livelihood_id and l.kind in ('JOB', 'INCOME_PROJECT')
                                         and l.recorded_by = (select caller_worker()) and l.recorded_at = (select caller_now())));
create policy changed on livelihood_question for update to alongside_app using (
  may('write', case_id, 1024) and (organisation_id = (select caller_organisation()) or leads(case_id)));
create policy process on livelihood_question for select to alongside_app using ((select caller_is_system()));

-- ---- no work with an employer whom nobody checked, whose check is too old or says no, or whom she does not want: at the door and past it,
-- also where a check or her word comes in the very same moment
create function employer_held() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform 1 from employer where employer_id = new.employer_id for no key update;
  return new;
end $$;
create trigger held before insert on employer_check for each row execute function employer_held();
create trigger held before insert on employer_veto for each row execute function employer_held();

create function employer_state(p_employer uuid, p_case uuid, p_on date) returns text
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select case when exists (select from employer_veto v where v.employer_id = e.employer_id and v.case_id = p_case and v.lifted_at is null)
                   then 'she-does-not-want-to'
              when c.result is null then 'employer-not-checked'
              when c.result <> 'SAFE' then 'employer-not-safe'
              when c.counts_until < p_on then 'employer-check-too-old' end
    from employer e
    left join lateral (select k.result, k.counts_until from employer_check k where k.employer_id = e.employer_id
                        order by k.recorded_at desc, k.check_id limit 1) c on true
   where e.employer_id = p_employer and e.organisation_id = caller_organisation() and knows(p_case, 1024)
$$;
create function work_is_safe() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare why text;
begin
  perform 1 from employer where employer_id = new.employer_id and organisation_id = new.organisation_id for no key update;
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  why := employer_state(new.employer_id, new.case_id, greatest(new.began_on, caller_now()::date));
  if why is not null then
    raise exception '%', why using errcode = '23514';
  end if;
  return new;
end $$;
create trigger work_is_safe before insert on livelihood for each row when (new.employer_id is not null) execute function work_is_safe();

create function livelihood_goes() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare o jsonb := to_jsonb(old); n jsonb := to_jsonb(new);
begin
  if caller_worker() is null or current_user = 'alongside_gatekeeper' then
    return new;
  end if;
  if tg_table_name = 'livelihood' and (o ->> 'ended_on' is not null or n ->> 'ended_on' is null)
     or tg_table_name = 'employer_veto'
        and (o ->> 'lifted_at' is not null or (n ->> 'lifted_at')::timestamptz is distinct from caller_now()
             or (n ->> 'lifted_by')::uuid is distinct from caller_worker())
     or tg_table_name = 'livelihood_question'
        and (o ->> 'answered_at' is not null or o ->> 'ended_at' is not null
             or n ->> 'answered_at' is not null and ((n ->> 'answered_at')::timestamptz <> caller_now() or (n ->> 'answered_by')::uuid <> caller_worker())
             or n ->> 'ended_at' is not null and (n ->> 'ended_at')::timestamptz <> caller_now()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger goes before update on livelihood for each row execute function livelihood_goes();
create trigger goes before update on employer_veto for each row execute function livelihood_goes();
create trigger goes before update on livelihood_question for each row execute function livelihood_goes();

-- ---- with the file, or with the work, nobody is asked any more; answers which ended
create function livelihood_questions_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if leads(p_case) and may('seen', p_case, 0) and not (select case_is_open(f.status) from case_file f where f.case_id = p_case) then
    return query update livelihood_question set ended_at = caller_now()
                  where case_id = p_case and answered_at is null and ended_at is null returning question_id;
  end if;
end $$;
-- who leads, whom the clock asks; told to whoever writes in the plan
create function living_asked_of(p_case uuid) returns uuid
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select f.lead_organisation_id from case_file f where f.case_id = p_case and may('write', p_case, 1024)
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['livelihood_questions_end(uuid)', 'living_asked_of(uuid)', 'employer_state(uuid, uuid, date)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['employer_held()', 'work_is_safe()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function livelihood_goes() from public;
