-- What threatens her, domain by domain, with her own word first; the level of the file follows from it and from nothing else (DOMAIN 8.11).
-- Whole assessments are category safety and risk, read in full; of them the level and the day of the next one stand in the minimum.

insert into setting (name, value, basis) values ('risk-at-least-high-for', '72 hours', 'DOMAIN 8.11');

create function risk_rank(p_level text) returns int language sql immutable parallel safe set search_path = pg_catalog as $$
  select array_position(array['LOW', 'MEDIUM', 'HIGH', 'IMMEDIATE'], p_level)
$$;

-- who helps to keep her safe, by role. Not the coordinator, who is told the level alone (DOMAIN 7.3), and never police or prosecution: what
-- is said here of where she feels safe is not theirs (DOMAIN 0.9)
create function helps_with_safety() returns boolean stable parallel safe
  return caller_is('CW', 'SUP', 'SHS', 'SHM', 'COU', 'HLT', 'LAW', 'GRD');

alter table safety_minimum add column assessed_at timestamptz, add column review_on date;
comment on column safety_minimum.risk_level is 'From the newest assessment and what a supervisor said of it, by trigger; at intake from whether she was in danger';
comment on column safety_minimum.review_on is 'When the risk is to be assessed again at the latest; null: it never was assessed';
revoke update (risk_level) on safety_minimum from alongside_app;

create table risk_assessment (
  assessment_id   uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  assessed_at     timestamptz not null,
  assessed_by     uuid not null references worker,
  felt            text not null,
  her_words       text check (length(her_words) between 1 and 2000),
  derived         text not null check (risk_rank(derived) is not null),
  level           text not null check (risk_rank(level) >= risk_rank(derived)),
  reason          text check (length(reason) between 1 and 1000),
  review_on       date not null,
  check ((level = derived) = (reason is null)),
  unique (assessment_id, case_id)
);
comment on table risk_assessment is 'What was found with her, once; never changed. Category safety and risk, whole';
comment on column risk_assessment.felt is 'How safe she says she is: hers, before anybody else''s';
comment on column risk_assessment.derived is 'From the table that staff own; nobody who assesses goes below it';
create index risk_assessment_case on risk_assessment (case_id, assessed_at desc);

create table risk_finding (
  assessment_id uuid not null,
  case_id       uuid not null,
  domain        text not null,
  score         text not null,
  note          text check (length(note) between 1 and 1000),
  primary key (assessment_id, domain),
  foreign key (assessment_id, case_id) references risk_assessment (assessment_id, case_id)
);
create index risk_finding_case on risk_finding (case_id);

create table risk_override (
  assessment_id uuid primary key,
  case_id       uuid not null,
  level         text not null check (risk_rank(level) is not null),
  reason        text not null check (length(reason) between 1 and 1000),
  review_on     date not null,
  decided_at    timestamptz not null,
  decided_by    uuid not null references worker,
  foreign key (assessment_id, case_id) references risk_assessment (assessment_id, case_id)
);
comment on table risk_override is 'That a supervisor sets another level than was found, with why; once an assessment, and not by who made it';
create index risk_override_case on risk_override (case_id);

do $$ declare t text; begin
  foreach t in array array['risk_assessment', 'risk_finding', 'risk_override'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('create policy granted on %I for select to alongside_app using ((select helps_with_safety()) and may(''read'', case_id, 512))', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
    execute format('create trigger told after insert on %I for each row execute function tell_case(''512'')', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;
create policy written on risk_assessment for insert to alongside_app with check (
  assessed_by = (select caller_worker()) and organisation_id = (select caller_organisation()) and assessed_at = (select caller_now())
  and (select caller_is('CW')) and leads(case_id) and may('write', case_id, 512));
create policy written on risk_finding for insert to alongside_app with check (
  leads(case_id) and may('write', case_id, 512)
  and exists (select from risk_assessment a where a.assessment_id = risk_finding.assessment_id and a.assessed_by = (select caller_worker())
                                              and a.assessed_at = (select caller_now())));
create policy written on risk_override for insert to alongside_app with check (
  decided_by = (select caller_worker()) and decided_at = (select caller_now()) and (select caller_is('SUP')) and leads(case_id)
  and may('read', case_id, 512));

-- the level of the file follows, by whatever way a row comes; a supervisor speaks of the newest assessment only, and not of their own
create function risk_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare newest risk_assessment;
begin
  perform 1 from case_file where case_id = new.case_id for no key update;
  if tg_table_name = 'risk_override' then
    select * into newest from risk_assessment where case_id = new.case_id order by assessed_at desc, assessment_id limit 1;
    if newest.assessment_id is distinct from new.assessment_id then
      raise exception 'assessed meanwhile' using errcode = '40001';
    end if;
    if newest.assessed_by = new.decided_by then
      raise exception 'not permitted' using errcode = '42501';
    end if;
    update safety_minimum set risk_level = new.level, review_on = new.review_on, version = version + 1 where case_id = new.case_id;
  else
    update safety_minimum set risk_level = new.level, review_on = new.review_on, assessed_at = new.assessed_at, version = version + 1
     where case_id = new.case_id;
  end if;
  update case_file f set next_due = d.due from (select next_due_of(new.case_id) due) d
   where f.case_id = new.case_id and f.next_due is distinct from d.due;
  return null;
end $$;
create trigger file_follows after insert on risk_assessment for each row execute function risk_follows();
create trigger file_follows after insert on risk_override for each row execute function risk_follows();

-- the next day of an open file is never after the day on which its risk is to be looked at again
alter function next_due_of(uuid) rename to next_due_but_risk_of;
create function next_due_of(p_case uuid) returns date
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select least(next_due_but_risk_of(p_case),
               (select m.review_on from safety_minimum m join case_file f using (case_id) where m.case_id = p_case and case_is_open(f.status)))
$$;

grant create on schema alongside to alongside_gatekeeper;
alter function risk_follows() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function risk_follows(), next_due_of(uuid) from public;
grant execute on function next_due_of(uuid) to alongside_gatekeeper;
grant select, update on safety_minimum to alongside_gatekeeper;
