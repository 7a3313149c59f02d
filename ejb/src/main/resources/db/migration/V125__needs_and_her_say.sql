-- What she needs and what she can build on, over the care domains, at the beginning, each quarter and at the end; and her own say on what
-- matters most and how it goes. Every assessment and every word of hers is a row of its own and none is changed: the newest counts, the
-- others are how it was. The scale is the code list need_level, worst first. Category care plan and goals (10), as the goals that follow.

create table need_assessment (
  assessment_id   uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  point           text not null,
  rater           text not null,
  assessed_on     date not null,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  unique (assessment_id, case_id, organisation_id)
);
comment on table need_assessment is 'Needs and strengths as they were found at one point: code list measure_point';
comment on column need_assessment.organisation_id is 'Who wrote it';
comment on column need_assessment.rater is 'Who said where on the scale she stands: code of need_rater';
create index need_assessment_case on need_assessment (case_id, assessed_on desc, recorded_at desc);

create table need_found (
  assessment_id   uuid not null,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  domain          text not null,
  level           text not null,
  need            text check (length(need) between 1 and 300),
  strength        text check (length(strength) between 1 and 300),
  primary key (assessment_id, domain),
  foreign key (assessment_id, case_id, organisation_id) references need_assessment (assessment_id, case_id, organisation_id)
);
comment on table need_found is 'One domain of an assessment: code of care_domain, and where she stands on the scale need_level';
create index need_found_case on need_found (case_id);

create table plan_say (
  say_id          uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  said_on         date not null,
  matters_most    text check (length(matters_most) between 1 and 500),
  going           text,
  words           text check (length(words) between 1 and 500),
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  check (num_nonnulls(matters_most, going) > 0)
);
comment on table plan_say is 'What she herself says matters most, and how it goes (code list plan_going), in her own words';
create index plan_say_case on plan_say (case_id, said_on desc, recorded_at desc);

create table goal_measure (
  goal_id         uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  baseline        text not null,
  baseline_on     date not null,
  target          text,
  foreign key (goal_id, case_id) references goal (goal_id, case_id)
);
comment on table goal_measure is 'Where a goal sets out from and where it is to lead, on the scale need_level: for the lead and for who wrote the goal, not for who has a step';
create index goal_measure_case on goal_measure (case_id);

do $$ declare t text; begin
  foreach t in array array['need_assessment', 'need_found', 'plan_say', 'goal_measure'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('create policy known on %I for select to alongside_app using (
      may(''read'', case_id, 1024) or organisation_id = (select caller_organisation()) and knows(case_id, 1024))', t);
    execute format('create trigger told after insert or update or delete on %I for each row execute function tell_lead(''organisation_id'')', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;

create policy written on need_assessment for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker())
  and recorded_at = (select caller_now()) and may('write', case_id, 1024));
-- with its assessment and never later
create policy written on need_found for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and may('write', case_id, 1024)
  and exists (select from need_assessment a
               where a.assessment_id = need_found.assessment_id and a.recorded_by = (select caller_worker())
                 and a.recorded_at = (select caller_now())));
create policy written on plan_say for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and recorded_by = (select caller_worker())
  and recorded_at = (select caller_now()) and may('write', case_id, 1024));
create policy written on goal_measure for insert to alongside_app with check (
  may('write', case_id, 1024) and (organisation_id = (select caller_organisation()) or leads(case_id))
  and exists (select from goal g where g.goal_id = goal_measure.goal_id and g.case_id = goal_measure.case_id
                                   and g.organisation_id = goal_measure.organisation_id and g.ended_at is null));
create policy changed on goal_measure for update to alongside_app using (
  may('write', case_id, 1024) and (organisation_id = (select caller_organisation()) or leads(case_id)));
grant update (baseline, baseline_on, target) on goal_measure to alongside_app;

-- ---- a goal leads up and not back, and it is not to be reached before it set out; by whichever of the two rows it is changed
create function goal_in_order() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if exists (select from goal g join goal_measure m using (goal_id)
              where g.goal_id = new.goal_id
                and (g.target_on < m.baseline_on
                     or (select k.position from code k where k.list = 'need_level' and k.code = m.target)
                        < (select k.position from code k where k.list = 'need_level' and k.code = m.baseline))) then
    raise exception 'target before baseline' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger in_order after insert or update on goal_measure for each row execute function goal_in_order();
create trigger in_order after update of target_on on goal for each row execute function goal_in_order();

-- ---- a child's goal is agreed with who stands for her, or as her best interests were found (code list goal_backing): never by herself alone
alter table goal add column backing text;
alter table goal add column measured int not null default 0;
comment on column goal.measured is 'How often goal_measure was changed: moves the version with it';
comment on column goal.backing is 'Who or what stands behind a child''s agreement: code of goal_backing';
grant update (backing, measured) on goal to alongside_app;
create function goal_agreed_for_child() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null and new.agreed_at is not null and new.backing is null
     and exists (select from identity_minimum m where m.case_id = new.case_id and m.child) then
    raise exception 'a child does not agree alone' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger agreed_for_child before update of agreed_at on goal for each row execute function goal_agreed_for_child();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['goal_in_order()', 'goal_agreed_for_child()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant select on goal_measure, code to alongside_gatekeeper;

-- whether she is a child, asked by who may know anything of her plan: what a goal needs to be agreed is no secret to who writes it
create function plan_of_child(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select m.child from identity_minimum m where m.case_id = p_case and knows(p_case, 1024)
$$;
grant create on schema alongside to alongside_gatekeeper;
alter function plan_of_child(uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function plan_of_child(uuid) from public;
grant execute on function plan_of_child(uuid) to alongside_app;
