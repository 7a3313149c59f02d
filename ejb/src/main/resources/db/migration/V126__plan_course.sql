-- The way of a plan: it begins with the lead's first act for it, a child's or one at high risk is approved by a supervisor, it is looked at
-- again and again, each time keeping what changed since the last, and it ends with the case. Category care plan and goals (10).

create table care_plan (
  plan_id   uuid primary key,
  case_id   uuid not null references case_file,
  begun_at  timestamptz not null,
  begun_by  uuid not null references worker,
  ask_at    timestamptz not null,
  review_by timestamptz not null check (review_by >= ask_at),
  ended_at  timestamptz,
  unique (plan_id, case_id)
);
comment on table care_plan is 'The plan of an episode of a case: since when there is one, and when it is looked at again';
comment on column care_plan.ask_at is 'From when the lead is asked to look at it again, and by when in review_by; from the table plan-reviews';
create unique index care_plan_open on care_plan (case_id) where ended_at is null;
create index care_plan_case on care_plan (case_id);

create table plan_approval (
  approval_id     uuid primary key,
  plan_id         uuid not null,
  case_id         uuid not null references case_file,
  reasons         text[] not null check (cardinality(reasons) > 0),
  words           text check (length(words) between 1 and 500),
  asked_at        timestamptz not null,
  asked_by        uuid not null references worker,
  approve_by      timestamptz not null,
  approved_at     timestamptz,
  approved_by     uuid references worker,
  sent_back_at    timestamptz,
  sent_back_by    uuid references worker,
  sent_back_words text check (length(sent_back_words) between 1 and 500),
  foreign key (plan_id, case_id) references care_plan (plan_id, case_id),
  check ((approved_at is null) = (approved_by is null)),
  check (num_nonnulls(sent_back_at, sent_back_by, sent_back_words) in (0, 3)),
  check (approved_at is null or sent_back_at is null),
  check (asked_by <> coalesce(approved_by, sent_back_by))
);
comment on table plan_approval is 'That a supervisor is asked to agree to the plan of a child or at high risk (DOMAIN 0.12), and what came of it';
comment on column plan_approval.reasons is 'Why one is needed: codes of plan_approval_reason';
create unique index plan_approval_undecided on plan_approval (plan_id) where approved_at is null and sent_back_at is null;
create index plan_approval_case on plan_approval (case_id, asked_at desc);

create table plan_review (
  review_id   uuid primary key,
  plan_id     uuid not null,
  case_id     uuid not null references case_file,
  since       timestamptz not null,
  reviewed_at timestamptz not null check (reviewed_at >= since),
  reviewed_by uuid not null references worker,
  her_part    text not null,
  her_words   text check (length(her_words) between 1 and 500),
  outcome     text not null,
  words       text check (length(words) between 1 and 500),
  risk_level  text not null,
  next_by     timestamptz not null,
  foreign key (plan_id, case_id) references care_plan (plan_id, case_id),
  unique (review_id, case_id)
);
comment on table plan_review is 'That a plan was looked at again: her part in it, what came of it, and by when next';
create index plan_review_case on plan_review (case_id, reviewed_at desc);
create index plan_review_plan on plan_review (plan_id);

create table plan_review_change (
  review_id uuid not null,
  case_id   uuid not null references case_file,
  position  int not null,
  kind      text not null,
  at        timestamptz not null,
  domain    text not null,
  goal_id   uuid not null references goal,
  step_id   uuid references action_step,
  said      text not null,
  primary key (review_id, position),
  foreign key (review_id, case_id) references plan_review (review_id, case_id)
);
comment on table plan_review_change is 'What had changed since the review before, as it was when the plan was looked at: code of plan_change_kind, and the words of then';
create index plan_review_change_case on plan_review_change (case_id);

do $$ declare t text; begin
  foreach t in array array['care_plan', 'plan_approval', 'plan_review', 'plan_review_change'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select, update on %I to alongside_gatekeeper', t);
    execute format('create policy known on %I for select to alongside_app using (may(''read'', case_id, 1024))', t);
    execute format('create trigger told after insert or update or delete on %I for each row execute function tell_lead()', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;

-- what a caseworker asks a supervisor is between the two: who stands for her reads the reviews and not this
drop policy known on plan_approval;
create policy known on plan_approval for select to alongside_app using (may('read', case_id, 1024) and not caller_is('GRD'));

-- who ever asked for the approval of this plan: they never give it
create function asked_for_plan(p_plan uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from plan_approval where plan_id = p_plan and asked_by = caller_worker())
$$;

create policy written on care_plan for insert to alongside_app with check (
  begun_by = (select caller_worker()) and ended_at is null and may('write', case_id, 1024) and leads(case_id));
create policy changed on care_plan for update to alongside_app using (
  ended_at is null and may('write', case_id, 1024) and leads(case_id)) with check (ended_at is null);
grant update (ask_at, review_by) on care_plan to alongside_app;

create policy written on plan_approval for insert to alongside_app with check (
  asked_by = (select caller_worker()) and caller_is('CW') and approved_at is null and sent_back_at is null
  and may('write', case_id, 1024) and leads(case_id)
  and exists (select from care_plan p where p.plan_id = plan_approval.plan_id and p.case_id = plan_approval.case_id and p.ended_at is null));
create policy decided on plan_approval for update to alongside_app
  using (approved_at is null and sent_back_at is null and caller_is('SUP') and may('read', case_id, 1024) and leads(case_id)
         and not asked_for_plan(plan_id))
  with check (coalesce(approved_by, sent_back_by) = (select caller_worker()));
grant update (approved_at, approved_by, sent_back_at, sent_back_by, sent_back_words) on plan_approval to alongside_app;

create policy written on plan_review for insert to alongside_app with check (
  reviewed_by = (select caller_worker()) and reviewed_at = (select caller_now()) and may('write', case_id, 1024) and leads(case_id)
  and exists (select from care_plan p where p.plan_id = plan_review.plan_id and p.case_id = plan_review.case_id and p.ended_at is null));
-- with its review and never later
create policy written on plan_review_change for insert to alongside_app with check (
  may('write', case_id, 1024) and leads(case_id)
  and exists (select from plan_review r where r.review_id = plan_review_change.review_id
                 and r.reviewed_by = (select caller_worker()) and r.reviewed_at = (select caller_now())));

-- ---- with the case ends its plan; what was asked for it is asked no more
create function plan_ends_with_case() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update care_plan set ended_at = greatest(coalesce(caller_now(), statement_timestamp()), begun_at)
   where case_id = new.case_id and ended_at is null;
  return null;
end $$;
create trigger plan_ends after update of status on case_file for each row
  when (old.status is distinct from new.status and not case_is_open(new.status)) execute function plan_ends_with_case();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['asked_for_plan(uuid)', 'plan_ends_with_case()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant execute on function asked_for_plan(uuid) to alongside_app;
