-- The care plan: goals in her own words, and the steps towards them with an owner and a date. Category care plan and goals (10).
-- The lead reads and writes all of it. A provider reads and writes what it wrote itself, and finds the steps given to it, with
-- the goal that they serve as she said it, as long as she agrees that it knows her plan.

create table goal (
  goal_id         uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  domain          text not null,
  statement       text not null check (length(statement) between 1 and 500),
  priority        text not null,
  target_on       date,
  status          text not null check (status in ('PROPOSED','ACTIVE','MET','PARTLY_MET','NOT_MET','DROPPED')),
  written_at      timestamptz not null,
  written_by      uuid not null references worker,
  agreed_at       timestamptz,
  agreed_by       uuid references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  version         int not null default 0,
  unique (goal_id, case_id),
  check ((ended_at is null) = (status in ('PROPOSED','ACTIVE')))
);
comment on table goal is 'What whoever has a step towards it may know of a goal: the minimum subset';
comment on column goal.organisation_id is 'Who wrote it';
create index goal_case on goal (case_id);

create table goal_end (
  goal_id         uuid primary key references goal,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  reason          text,
  words           text check (length(words) <= 500)
);
comment on table goal_end is 'Why a goal ended as it did: for the lead and for who wrote the goal, not for who had a step';
create index goal_end_case on goal_end (case_id);

create table action_step (
  step_id               uuid primary key,
  goal_id               uuid not null,
  case_id               uuid not null references case_file,
  organisation_id       uuid not null references organisation,
  what                  text not null check (length(what) between 1 and 300),
  owner_organisation_id uuid references organisation,
  owner_role            text,
  owner_worker_id       uuid references worker,
  due_on                date,
  status                text not null check (status in ('PLANNED','IN_PROGRESS','BLOCKED','DONE','CANCELLED')),
  written_at            timestamptz not null,
  written_by            uuid not null references worker,
  begun_at              timestamptz,
  begun_by              uuid references worker,
  blocked_at            timestamptz,
  blocked_by            uuid references worker,
  block_reason          text,
  block_words           text check (length(block_words) <= 300),
  done_at               timestamptz,
  done_by               uuid references worker,
  outcome               text check (length(outcome) <= 500),
  cancelled_at          timestamptz,
  cancelled_by          uuid references worker,
  cancel_reason         text,
  version               int not null default 0,
  foreign key (goal_id, case_id) references goal (goal_id, case_id),
  check ((owner_organisation_id is null) = (owner_role is null)),
  check (owner_worker_id is null or owner_organisation_id is not null),
  check (owner_organisation_id is null or due_on is not null)
);
comment on column action_step.organisation_id is 'Who wrote it';
comment on column action_step.owner_organisation_id is 'Who does it, with owner_role; null: the survivor herself';
comment on column action_step.owner_worker_id is 'The one person there who took it, if somebody did';
create index action_step_goal on action_step (goal_id);
create index action_step_case on action_step (case_id);
create index action_step_due on action_step (owner_organisation_id, due_on, step_id)
  where status in ('PLANNED','IN_PROGRESS','BLOCKED');

create table plan_change (
  change_id  uuid primary key,
  case_id    uuid not null references case_file,
  goal_id    uuid not null references goal,
  step_id    uuid references action_step,
  version    int not null,
  fields     text[] not null,
  changed_at timestamptz not null,
  changed_by uuid not null references worker
);
comment on table plan_change is 'Which fields of a goal or step changed with which version, never their values';
create index plan_change_goal on plan_change (goal_id, version);
create index plan_change_case on plan_change (case_id);

-- ---- what the policies ask
-- whether anything of a kind of information is open to the caller, its existence included: as far as one's own entries go on
create function knows(p_case uuid, p_bit int) returns boolean
language plpgsql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare h uuid[] := caller_holders(); w uuid := caller_worker(); n timestamptz := caller_now();
begin
  return w is not null and n is not null and p_case is not null
    and exists (
      select from case_access a
       where a.case_id = p_case and a.holder_id = any (h) and a.valid_from <= n and n < a.valid_until
         and ((a.seen_mask & caller_mask('seen')) | (a.consented_min_mask & caller_mask('conditional'))) & p_bit <> 0)
    and not exists (
      select from conflict_declaration d where d.worker_id = w and d.case_id = p_case and d.lifted_at is null);
end $$;

-- whether she agrees now that this organisation knows her plan: her latest word to it, of several with the same purpose;
-- answered to itself and to who leads, to nobody else
create function agreed_to_plan(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (p_organisation = caller_organisation() or leads(p_case))
     and exists (select from consent c
                  where c.case_id = p_case and c.recipient_organisation_id = p_organisation and 10 = any (c.categories)
                    and c.withdrawn_at is null and c.given_at <= caller_now() and caller_now() < c.expires_at
                    and not exists (select from consent later
                                     where later.case_id = c.case_id and later.purpose = c.purpose
                                       and later.recipient_organisation_id = c.recipient_organisation_id
                                       and (later.given_at, later.recorded_at, c.consent_id) > (c.given_at, c.recorded_at, later.consent_id)))
$$;

-- to whom steps may be given: oneself; by the lead, also who helps her now under a referral and whom she lets know her plan
create function may_give(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation is null or p_organisation = caller_organisation()
      or leads(p_case) and agreed_to_plan(p_case, p_organisation)
         and exists (select from access_grant g
                      where g.case_id = p_case and g.organisation_id = p_organisation and g.category = 10 and g.level = 'W'
                        and g.basis = 'REFERRAL' and g.valid_from <= caller_now() and caller_now() < g.valid_until
                        and (g.ended_at is null or caller_now() < g.ended_at))
$$;

-- a goal is known with any step towards it that is one's own
create function has_step_towards(p_goal uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from action_step s
                  where s.goal_id = p_goal and knows(s.case_id, 1024)
                    and (s.organisation_id = caller_organisation()
                         or s.owner_organisation_id = caller_organisation() and agreed_to_plan(s.case_id, caller_organisation())))
$$;

do $$ declare t text; begin
  foreach t in array array['goal','goal_end','action_step','plan_change'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
  end loop;
end $$;

create policy known on goal for select to alongside_app using (
  may('read', case_id, 1024)
  or organisation_id = (select caller_organisation()) and knows(case_id, 1024)
  or has_step_towards(goal_id));
create policy written on goal for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and written_by = (select caller_worker()) and ended_at is null
  and may('write', case_id, 1024));
create policy changed on goal for update to alongside_app using (
  may('write', case_id, 1024) and (organisation_id = (select caller_organisation()) or leads(case_id)));

create policy known on goal_end for select to alongside_app using (
  may('read', case_id, 1024) or organisation_id = (select caller_organisation()) and knows(case_id, 1024));
create policy written on goal_end for insert to alongside_app with check (
  may('write', case_id, 1024) and (organisation_id = (select caller_organisation()) or leads(case_id))
  and exists (select from goal g where g.goal_id = goal_end.goal_id and g.case_id = goal_end.case_id
                                   and g.organisation_id = goal_end.organisation_id));

create policy known on action_step for select to alongside_app using (
  owner_organisation_id = (select caller_organisation()) and knows(case_id, 1024) and agreed_to_plan(case_id, owner_organisation_id)
  or organisation_id = (select caller_organisation()) and knows(case_id, 1024)
  or may('read', case_id, 1024));
create policy written on action_step for insert to alongside_app with check (
  organisation_id = (select caller_organisation()) and written_by = (select caller_worker()) and status = 'PLANNED'
  and may('write', case_id, 1024) and may_give(case_id, owner_organisation_id)
  and exists (select from goal g where g.goal_id = action_step.goal_id and g.case_id = action_step.case_id and g.ended_at is null));
create policy changed on action_step for update to alongside_app using (
  may('write', case_id, 1024)
  and (organisation_id = (select caller_organisation())
       or owner_organisation_id = (select caller_organisation()) and agreed_to_plan(case_id, owner_organisation_id)
       or leads(case_id)));

create policy known on plan_change for select to alongside_app using (
  step_id is null and exists (select from goal g where g.goal_id = plan_change.goal_id)
  or exists (select from action_step s where s.step_id = plan_change.step_id));
create policy written on plan_change for insert to alongside_app with check (
  changed_by = (select caller_worker()) and may('write', case_id, 1024));

grant update (domain, statement, priority, target_on, status, agreed_at, agreed_by, ended_at, ended_by, version) on goal to alongside_app;
grant update (what, owner_organisation_id, owner_role, owner_worker_id, due_on, status, begun_at, begun_by, blocked_at, blocked_by,
  block_reason, block_words, done_at, done_by, outcome, cancelled_at, cancelled_by, cancel_reason, version) on action_step to alongside_app;

-- ---- who was given a step moves it on and nothing else; nobody acts in the name of another; a new owner is one to whom it may be given
create function step_by_party() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare
  progress constant text[] := array['owner_worker_id', 'status', 'begun_at', 'begun_by', 'blocked_at', 'blocked_by', 'block_reason',
    'block_words', 'done_at', 'done_by', 'outcome', 'cancelled_at', 'cancelled_by', 'cancel_reason', 'version'];
begin
  if caller_worker() is null then
    return new;
  end if;
  if old.organisation_id <> caller_organisation() and not leads(old.case_id)
     and (to_jsonb(new) - progress <> to_jsonb(old) - progress or new.status = 'CANCELLED' and old.status <> 'CANCELLED') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if new.owner_organisation_id is distinct from old.owner_organisation_id and not may_give(new.case_id, new.owner_organisation_id)
     or new.owner_worker_id is distinct from old.owner_worker_id and new.owner_worker_id is not null
        and (new.owner_organisation_id is distinct from caller_organisation() or new.owner_worker_id is distinct from caller_worker())
     or new.begun_by is distinct from old.begun_by and new.begun_by is not null and new.begun_by <> caller_worker()
     or new.blocked_by is distinct from old.blocked_by and new.blocked_by is not null and new.blocked_by <> caller_worker()
     or new.done_by is distinct from old.done_by and new.done_by is not null and new.done_by <> caller_worker()
     or new.cancelled_by is distinct from old.cancelled_by and new.cancelled_by is not null and new.cancelled_by <> caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger by_party before update on action_step for each row execute function step_by_party();

-- what she wanted at intake is the lead's to write; a provider writes goals and steps of its own from now on
drop policy written on immediate_need;
create policy written on immediate_need for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and may('write', case_id, 1024) and leads(case_id));
drop policy changed on immediate_need;
create policy changed on immediate_need for update to alongside_app using (may('write', case_id, 1024) and leads(case_id));

-- ---- where helping ends and begins: the kinds of information that a service writes itself
create table service_domain (
  service_type text     not null,
  category     smallint not null references data_category,
  primary key (service_type, category)
);
comment on table service_domain is 'What is a service''s own to write once it helps her (service_domain.csv): never the plan for police or prosecution';
grant select on service_domain to alongside_app, alongside_gatekeeper;

-- called by who opened the referral, in the same transaction, right after: who accepted, or the lead who goes on under a newer
-- consent. Adds the service's own domain, under the same consent and period
create function open_own_domain(p_referral uuid) returns smallint[]
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare card referral_card; g access_grant; opened smallint[];
begin
  select * into card from referral_card where referral_id = p_referral;
  select * into g from access_grant
   where referral_id = p_referral and category = 11 and level = 'W' and ended_at is null
     and organisation_id = card.recipient_organisation_id and given_by = caller_worker() and valid_from = caller_now();
  if not found or card.status in ('COMPLETED','NO_SHOW')
     or exists (select from access_grant where referral_id = p_referral and level = 'W' and category <> 11 and ended_at is null) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select array_agg(d.category order by d.category) into opened
    from service_domain d
   where d.service_type = card.service_type and d.category <> 11
     and exists (select from role_category rc join service_role sr using (role_code)
                  where sr.service_type = card.service_type and rc.category = d.category and rc.access in ('F','W'));
  insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
    select gen_random_uuid(), g.case_id, g.organisation_id, k, 'W', 'REFERRAL', p_referral, g.consent_id, g.valid_from, g.valid_until, caller_worker()
      from unnest(opened) k;
  return coalesce(opened, '{}');
end $$;

-- called by who completed, right after: what it wrote stays readable to it as long as the rest does, and is written no more
create function own_domain_rests(p_referral uuid) returns int
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); rested int;
begin
  if not works_on(p_referral) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  with gone as (
         update access_grant set ended_at = n, ended_by = caller_worker(), end_reason = 'COMPLETED'
          where referral_id = p_referral and organisation_id = caller_organisation() and level = 'W' and category <> 11 and ended_at is null
         returning *),
       made as (
         insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
         select gen_random_uuid(), case_id, organisation_id, category, 'E', basis, p_referral, consent_id, n, valid_until, caller_worker()
           from gone where valid_until > n)
  select count(*) into rested from gone;
  return rested;
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['knows(uuid, int)', 'agreed_to_plan(uuid, uuid)', 'may_give(uuid, uuid)', 'has_step_towards(uuid)',
                           'open_own_domain(uuid)', 'own_domain_rests(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function step_by_party() from public;
grant select on goal, action_step to alongside_gatekeeper;
