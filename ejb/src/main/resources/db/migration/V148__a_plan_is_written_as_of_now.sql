-- Past every door: a plan and what keeps her safe are written as of now and in one's own name; a child's goal is not born agreed; the day on
-- which a plan is looked at again moves away by looking at it alone; nothing of a plan names what is in another file; and whoever was faster
-- is told from whoever may not.

-- ---- a goal is proposed first, agreed and ended in one's own name, once
create function goal_as_of_now() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); w uuid := caller_worker();
begin
  if w is null or current_user = 'alongside_gatekeeper' then
    return new;
  end if;
  if tg_op = 'INSERT' and (new.status <> 'PROPOSED' or num_nonnulls(new.agreed_at, new.agreed_by, new.backing) > 0 or new.written_at <> n)
     or tg_op = 'UPDATE'
        and (old.ended_at is not null and (new.status, new.ended_at, new.ended_by) is distinct from (old.status, old.ended_at, old.ended_by)
             or old.ended_at is null and new.ended_at is not null and (new.ended_at, new.ended_by) is distinct from (n, w)
             or old.agreed_at is not null and (new.agreed_at, new.agreed_by, new.backing) is distinct from (old.agreed_at, old.agreed_by, old.backing)
             or old.agreed_at is null and new.agreed_at is not null and (new.agreed_at, new.agreed_by) is distinct from (n, w)
             or old.status <> new.status and new.status = 'PROPOSED'
             or new.status = 'ACTIVE' and new.agreed_at is null) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger written_as_of_now before insert or update on goal for each row execute function goal_as_of_now();

drop policy changed on goal_measure;
create policy changed on goal_measure for update to alongside_app using (
  may('write', case_id, 1024) and (organisation_id = (select caller_organisation()) or leads(case_id))
  and exists (select from goal g where g.goal_id = goal_measure.goal_id and g.ended_at is null));

-- ---- the way of a plan. A supervisor who sets the level of risk moves the day nearer, too
drop policy changed on care_plan;
create policy changed on care_plan for update to alongside_app using (
    ended_at is null and leads(case_id)
    and (may('write', case_id, 1024) or (select caller_is('SUP')) and may('read', case_id, 1024)))
  with check (ended_at is null);
create policy begun_now on care_plan as restrictive for insert to alongside_app with check (begun_at = (select caller_now()));
create function plan_looked_at_again() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null and current_user <> 'alongside_gatekeeper'
     and (new.review_by > old.review_by or new.ask_at > old.ask_at)
     and not exists (select from plan_review r where r.plan_id = new.plan_id and r.reviewed_at = caller_now() and r.reviewed_by = caller_worker()
                                                 and r.next_by = new.review_by) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger looked_at_again before update on care_plan for each row execute function plan_looked_at_again();

create policy asked_now on plan_approval as restrictive for insert to alongside_app with check (asked_at = (select caller_now()));
create policy decided_now on plan_approval as restrictive for update to alongside_app using (true)
  with check (coalesce(approved_at, sent_back_at) = (select caller_now()));

alter table action_step add unique (step_id, goal_id, case_id);
alter table plan_review_change
  add foreign key (goal_id, case_id) references goal (goal_id, case_id),
  add foreign key (step_id, goal_id, case_id) references action_step (step_id, goal_id, case_id);
-- asked before any key is looked at: what is in another file is as if it were not there
create policy of_this_file on plan_review_change as restrictive for insert to alongside_app with check (
  exists (select from goal g where g.goal_id = plan_review_change.goal_id and g.case_id = plan_review_change.case_id)
  and (step_id is null or exists (select from action_step s where s.step_id = plan_review_change.step_id and s.case_id = plan_review_change.case_id)));
create policy of_this_file on plan_change as restrictive for insert to alongside_app with check (
  exists (select from goal g where g.goal_id = plan_change.goal_id and g.case_id = plan_change.case_id)
  and (step_id is null or exists (select from action_step s where s.step_id = plan_change.step_id and s.case_id = plan_change.case_id)));

-- ---- her safety plan: the next number, the same in what everybody must know of it
alter table safety_plan add unique (plan_id, case_id, number);
alter table safety_plan_minimum add foreign key (plan_id, case_id, number) references safety_plan (plan_id, case_id, number) deferrable initially deferred;
create function safety_plan_in_order() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null
     and new.number > 1 + coalesce((select max(p.number) from safety_plan p where p.case_id = new.case_id and p.plan_id <> new.plan_id), 0) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger in_order before insert on safety_plan for each row execute function safety_plan_in_order();

-- ---- an alert that somebody else took or settled meanwhile: told as that, to those who may answer it
create or replace function alert_acknowledge(p_alert uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare a safety_alert;
begin
  select * into a from safety_alert where alert_id = p_alert for update;
  if a.alert_id is null or not answers_alert(a.case_id, a.organisation_id)
     or exists (select from safety_alert_raiser r where r.alert_id = p_alert and r.worker_id = caller_worker()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if num_nonnulls(a.acknowledged_at, a.ended_at) > 0 then
    raise exception 'answered meanwhile' using errcode = '40001';
  end if;
  update safety_alert set acknowledged_at = caller_now(), acknowledged_by = caller_worker() where alert_id = p_alert;
  delete from safety_alert_card where alert_id = p_alert;
end $$;
create or replace function alert_settle(p_alert uuid, p_outcome text, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare a safety_alert;
begin
  select * into a from safety_alert where alert_id = p_alert for update;
  if a.alert_id is null or not answers_alert(a.case_id, a.organisation_id) or a.acknowledged_at is null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if num_nonnulls(a.settled_at, a.ended_at) > 0 then
    raise exception 'settled meanwhile' using errcode = '40001';
  end if;
  update safety_alert set settled_at = caller_now(), settled_by = caller_worker(), outcome = p_outcome where alert_id = p_alert;
  insert into safety_alert_word (alert_id, case_id, said_when, words, written_at)
    values (p_alert, a.case_id, 'SETTLED', p_words, caller_now());
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function safety_plan_in_order() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
grant select on safety_plan to alongside_gatekeeper;
revoke all on function goal_as_of_now(), plan_looked_at_again(), safety_plan_in_order() from public;
