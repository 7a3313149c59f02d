-- How a matter goes from stage to stage: the table of moves as data (state_transitions.csv, LEGAL), what each waits for, and the records that it waits for:
-- what was decided, who appealed against it and what came of that, and how the matter ended. One function says what a move waits for; the door asks it and
-- the trigger holds it.

create table legal_stage_move (
  from_stage text not null,
  to_stage   text not null,
  event      text not null,
  needs      text[] not null default '{}',
  primary key (from_stage, to_stage)
);
comment on table legal_stage_move is 'Which stage of a legal matter follows on which, by what, and what it waits for';
grant select on legal_stage_move to alongside_app, alongside_gatekeeper;
insert into legal_stage_move (from_stage, to_stage, event, needs) values
  ('ADVICE', 'CONFLICT_CHECK', 'conflict check', '{}'),
  ('CONFLICT_CHECK', 'MANDATE_SIGNED', 'clear', '{CHECK,MANDATE}'),
  ('MANDATE_SIGNED', 'PREPARATION', 'prepare', '{CHECK,MANDATE}'),
  ('PREPARATION', 'FILED', 'file', '{CHECK,MANDATE}'),
  ('FILED', 'INVESTIGATION', 'investigated', '{CHECK,MANDATE}'),
  ('FILED', 'CHARGED', 'charged', '{CHECK,MANDATE}'),
  ('FILED', 'PRE_TRIAL', 'before trial', '{CHECK,MANDATE}'),
  ('FILED', 'TRIAL', 'hearings', '{CHECK,MANDATE}'),
  ('FILED', 'DECISION', 'decided without a hearing', '{CHECK,MANDATE,DECISION}'),
  ('INVESTIGATION', 'CHARGED', 'charged', '{CHECK,MANDATE}'),
  ('INVESTIGATION', 'PRE_TRIAL', 'before trial', '{CHECK,MANDATE}'),
  ('INVESTIGATION', 'TRIAL', 'hearings', '{CHECK,MANDATE}'),
  ('CHARGED', 'PRE_TRIAL', 'before trial', '{CHECK,MANDATE}'),
  ('CHARGED', 'TRIAL', 'hearings', '{CHECK,MANDATE}'),
  ('PRE_TRIAL', 'TRIAL', 'hearings', '{CHECK,MANDATE}'),
  ('PRE_TRIAL', 'DECISION', 'decided without a hearing', '{CHECK,MANDATE,DECISION}'),
  ('TRIAL', 'DECISION', 'judgment', '{CHECK,MANDATE,DECISION}'),
  ('DECISION', 'APPEAL', 'appeal', '{CHECK,MANDATE,APPEAL}'),
  ('DECISION', 'FINAL', 'final', '{CHECK,MANDATE,WINDOW}'),
  ('APPEAL', 'TRIAL', 'sent back', '{CHECK,MANDATE,ANSWERED,SENT_BACK}'),
  ('APPEAL', 'FINAL', 'final', '{CHECK,MANDATE,ANSWERED,WINDOW}'),
  ('FINAL', 'ENFORCEMENT', 'enforce', '{CHECK,MANDATE,OUTSTANDING}'),
  ('FINAL', 'CLOSED', 'nothing outstanding', '{SETTLED}'),
  ('ENFORCEMENT', 'CLOSED', 'done', '{PAID}');

create table matter_decision (
  decision_id     uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  outcome         text not null,
  decided_on      date not null,
  of_appeal       uuid,
  noted_at        timestamptz not null,
  noted_by        uuid not null references worker,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  unique (decision_id, matter_id, decided_on),
  check (decided_on <= (noted_at at time zone 'UTC')::date + 1)
);
comment on table matter_decision is 'What a court or authority decided, of a matter or of an appeal: privileged; none is changed';
comment on column matter_decision.outcome is 'Code of proceeding_outcome';
create index matter_decision_matter on matter_decision (matter_id, decided_on);
create index matter_decision_case on matter_decision (case_id);

create table matter_appeal (
  appeal_id       uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  decision_id     uuid not null,
  decided_on      date not null,
  appellant       text not null,
  appealed_on     date not null,
  result          text,
  answered_on     date,
  noted_at        timestamptz not null,
  noted_by        uuid not null references worker,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  foreign key (decision_id, matter_id, decided_on) references matter_decision (decision_id, matter_id, decided_on),
  check (appealed_on >= decided_on),
  check (appealed_on <= (noted_at at time zone 'UTC')::date + 1),
  check ((result is null) = (answered_on is null)),
  check (answered_on >= appealed_on)
);
comment on table matter_appeal is 'Who appealed against which decision, when, and what came of it: privileged';
comment on column matter_appeal.appellant is 'In which role: code of appellant; never a name';
create unique index matter_appeal_once on matter_appeal (decision_id, appellant);
create index matter_appeal_matter on matter_appeal (matter_id);
create index matter_appeal_case on matter_appeal (case_id);
alter table matter_decision add foreign key (of_appeal) references matter_appeal;

create table matter_end (
  matter_id       uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null,
  outcome         text,
  given_up        text,
  ended_on        date not null,
  noted_at        timestamptz not null,
  noted_by        uuid not null references worker,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  check (num_nonnulls(outcome, given_up) > 0),
  check (ended_on <= (noted_at at time zone 'UTC')::date + 1)
);
comment on table matter_end is 'How a matter ended before its time, or why what is unpaid was given up: privileged';
comment on column matter_end.outcome is 'Code of proceeding_outcome of those that end a matter early';
comment on column matter_end.given_up is 'Why what is not paid is not asked for any more: code of given_up';
create index matter_end_case on matter_end (case_id);

do $$ declare t text; begin
  foreach t in array array['matter_decision', 'matter_appeal', 'matter_end'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('create policy own on %I for select to alongside_app using (keeps_matters(case_id, organisation_id))', t);
    execute format('create policy written on %I for insert to alongside_app with check (noted_by = (select caller_worker())
      and organisation_id = (select caller_organisation()) and may(''write'', case_id, 128) and acts_in(matter_id))', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
    execute format('create trigger only_after_check before insert on %I for each row execute function only_after_check()', t);
  end loop;
end $$;
-- who withdraws before the check ends a matter all the same
drop trigger only_after_check on matter_end;
create policy changed on matter_appeal for update to alongside_app using (
  organisation_id = (select caller_organisation()) and may('write', case_id, 128) and acts_in(matter_id) and result is null)
  with check (organisation_id = (select caller_organisation()) and may('write', case_id, 128));
grant update (result, answered_on) on matter_appeal to alongside_app;

-- money that was ordered and is not paid, or an order that is to be carried out
create function outstanding_money(p_matter uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce((select coalesce(f.ordered, 0) > coalesce(f.paid, 0) from matter_file f where f.matter_id = p_matter), false)
$$;
create function outstanding(p_matter uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select outstanding_money(p_matter)
      or coalesce((select d.outcome = 'ORDER_GRANTED' from matter_decision d
                    where d.matter_id = p_matter order by d.decided_on desc, d.noted_at desc limit 1), false)
$$;

-- what a move waits for: the code of a reason, or null where nothing is in its way
create function stage_waits(p_matter uuid, p_to text) returns text
language plpgsql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare s matter_stage; need text; move legal_stage_move; m mandate; last_check text; here date := (caller_now() at time zone 'UTC')::date;
begin
  select * into s from matter_stage where matter_id = p_matter;
  if s.matter_id is null or caller_worker() is not null and not keeps_matters(s.case_id, s.organisation_id) then
    return 'not-there';
  end if;
  if p_to = 'CLOSED' and s.stage <> 'CLOSED' then
    if exists (select from matter_declined d where d.matter_id = p_matter) then
      return null;
    end if;
    if exists (select from matter_end e where e.matter_id = p_matter) then
      return case when s.stage in ('FINAL', 'ENFORCEMENT') and outstanding_money(p_matter)
                       and not exists (select from matter_end e where e.matter_id = p_matter and e.given_up is not null) then 'unpaid' end;
    end if;
  end if;
  select * into move from legal_stage_move where from_stage = s.stage and to_stage = p_to;
  if move.from_stage is null then
    return 'stage-not-next';
  end if;
  foreach need in array move.needs loop
    if need = 'CHECK' and s.entered <> 'BEFORE' then
      select c.result into last_check from conflict_check c where c.matter_id = p_matter order by c.checked_at desc limit 1;
      if last_check is null then return 'check-missing'; end if;
    elsif need = 'MANDATE' and s.entered <> 'BEFORE' then
      select * into m from mandate where matter_id = p_matter and ended_on is null;
      if m.mandate_id is null then return 'mandate-missing'; end if;
      if m.until_on < here - 1 then return 'mandate-over'; end if;
    elsif need = 'DECISION' and s.entered <> 'BEFORE' and not exists (
        select from matter_decision d where d.matter_id = p_matter and d.of_appeal is null
           and not exists (select from matter_appeal a where a.decision_id = d.decision_id)) then
      return 'decision-missing';
    elsif need = 'APPEAL' and s.entered <> 'BEFORE' and not exists (
        select from matter_appeal a where a.matter_id = p_matter and a.result is null) then
      return 'appeal-missing';
    elsif need = 'ANSWERED' and exists (select from matter_appeal a where a.matter_id = p_matter and a.result is null) then
      return 'appeal-open';
    elsif need = 'SENT_BACK' and coalesce((select a.result from matter_appeal a where a.matter_id = p_matter
                                            order by a.answered_on desc, a.noted_at desc limit 1), '') <> 'SENT_BACK' then
      return 'not-sent-back';
    elsif need = 'WINDOW' and exists (
        select from legal_deadline d join legal_deadline_file f using (deadline_id)
         where d.matter_id = p_matter and d.ended_at is null and f.event = 'APPEAL'
           and (d.due_on + 1)::timestamp at time zone d.zone > caller_now()) then
      return 'appeal-window-runs';
    elsif need = 'OUTSTANDING' and not outstanding(p_matter) then
      return 'nothing-outstanding';
    elsif need = 'SETTLED' and outstanding(p_matter) then
      return 'something-outstanding';
    elsif need = 'PAID' and outstanding_money(p_matter) then
      return 'unpaid';
    end if;
  end loop;
  return null;
end $$;

create function stage_moves() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare why text := stage_waits(new.matter_id, new.stage);
begin
  if why is not null then
    raise exception 'a stage that does not follow: %', why using errcode = 'AL224';
  end if;
  return new;
end $$;
create trigger moves before update of stage on matter_stage for each row when (old.stage <> new.stage) execute function stage_moves();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  alter function stage_waits(uuid, text) owner to alongside_gatekeeper;
  revoke all on function stage_waits(uuid, text) from public;
  grant execute on function stage_waits(uuid, text) to alongside_app;
  foreach f in array array['outstanding_money(uuid)', 'outstanding(uuid)', 'stage_moves()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant select on legal_deadline_file, legal_deadline to alongside_gatekeeper;
