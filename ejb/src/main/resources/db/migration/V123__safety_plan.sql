-- What she does when it gets dangerous: hers, in her words, written anew with each change. Whole it is category safety and risk; its minimum, what
-- everybody who stands beside her must know (DOMAIN 7.3: current red flags, no-contact list, missing protocol), is a table of its own.

create table safety_plan (
  plan_id         uuid primary key,
  case_id         uuid not null references case_file,
  number          int not null check (number > 0),
  organisation_id uuid not null references organisation,
  written_at      timestamptz not null,
  written_by      uuid not null references worker,
  steps           text not null check (length(steps) between 1 and 4000),
  people          text check (length(people) between 1 and 2000),
  places          text check (length(places) between 1 and 2000),
  safe_word       text check (length(safe_word) between 1 and 200),
  to_take         text check (length(to_take) between 1 and 2000),
  devices         text check (length(devices) between 1 and 2000),
  children        text check (length(children) between 1 and 2000),
  survivor_copy   text not null,
  unique (case_id, number),
  unique (plan_id, case_id)
);
comment on table safety_plan is 'Her plan, whole, one row a version; the newest counts. Never an address: places are in her words';
comment on column safety_plan.people is 'Who is called, by whom, in which order';
comment on column safety_plan.safe_word is 'The word or sign by which she says that she is not safe';

create table safety_plan_minimum (
  plan_id       uuid primary key,
  case_id       uuid not null,
  number        int not null,
  written_at    timestamptz not null,
  warning_signs text not null check (length(warning_signs) between 1 and 2000),
  no_contact    text check (length(no_contact) between 1 and 2000),
  if_missing    text check (length(if_missing) between 1 and 2000),
  foreign key (plan_id, case_id) references safety_plan (plan_id, case_id) deferrable initially deferred
);
comment on table safety_plan_minimum is 'What everybody who helps her must know of her plan: by what they see danger, who is told nothing, what to do when she is missing';
create index safety_plan_minimum_case on safety_plan_minimum (case_id, number desc);

do $$ declare t text; begin
  foreach t in array array['safety_plan', 'safety_plan_minimum'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('create policy granted on %I for select to alongside_app using ((select helps_with_safety()) and may(%L, case_id, 512))',
                   t, case t when 'safety_plan' then 'read' else 'min' end);
    execute format('create policy written on %I for insert to alongside_app with check (written_at = (select caller_now())
      and (select caller_is(''CW'')) and leads(case_id) and may(''write'', case_id, 512))', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('create trigger told after insert on %I for each row execute function tell_case(''512'')', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;
create policy in_own_name on safety_plan as restrictive for insert to alongside_app with check (
  written_by = (select caller_worker()) and organisation_id = (select caller_organisation()));
