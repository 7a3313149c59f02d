-- What an authority decided of her: presumed, identified, not identified; or that she withdrew. Presumed until decided, and a no says nothing of her
-- word (DOMAIN 0.11). Nothing in help asks for it (DOMAIN 0.1): no other function and no policy of another table reads these tables.
-- With it begins, as the law of her country has it, a time to recover and think. It ends by itself, or when she decides to cooperate; a clock asks
-- people, and stops nothing. What she decides decides nothing of her help.

alter table jurisdiction
  add column recovery_lasts       interval not null default '30 days' check (recovery_lasts between interval '30 days' and interval '366 days'),
  add column recovery_begins_with text not null default 'PRESUMED' check (recovery_begins_with in ('PRESUMED', 'IDENTIFIED')),
  add column recovery_of_children boolean not null default false;
comment on column jurisdiction.recovery_lasts is 'How long she has to recover and think: at least thirty days (DL02)';
comment on column jurisdiction.recovery_begins_with is 'The first decision with which it begins: reasonable grounds, or the identification. Where nobody presumed her to be a victim, it begins with the identification everywhere';
comment on column jurisdiction.recovery_of_children is 'Whether children have it; else a protection measure takes its place';

insert into setting (name, value, basis) values ('recovery-asked-before', '7 days', 'design: who leads asks before her time to think ends');

create table identification_decision (
  decision_id   uuid primary key,
  case_id       uuid not null references case_file,
  decision      text not null check (decision in ('PRESUMED', 'IDENTIFIED', 'NOT_IDENTIFIED', 'WITHDRAWN')),
  decided_by    text,
  decided_on    date not null,
  told_on       date,
  remedy        text,
  remedy_until  date,
  noted_at      timestamptz not null,
  noted_by      uuid not null references worker,
  check ((decided_by is null) = (decision = 'WITHDRAWN')),
  check (decided_on <= (noted_at at time zone 'UTC')::date),
  check (told_on >= decided_on),
  check ((remedy is not null) = (decision = 'NOT_IDENTIFIED')),
  check (remedy_until is null or remedy in ('RECONSIDERATION', 'APPEAL', 'COURT') and remedy_until >= decided_on)
);
comment on table identification_decision is 'Who decided what of her, when, when she was told and what can still be done against it; none ever changed but by when she was told. Category legal matters, of it what who leads must know';
comment on column identification_decision.decided_by is 'Which kind of authority, code of identification_decider; null: she herself withdrew';
create index identification_decision_of on identification_decision (case_id, decided_on desc, noted_at desc);

create table recovery_period (
  recovery_id  uuid primary key,
  case_id      uuid not null references case_file,
  episode_no   int not null,
  begun_with   text not null check (begun_with in ('PRESUMED', 'IDENTIFIED')),
  began_on     date not null,
  ends_on      date not null check (ends_on > began_on),
  ask_at       timestamptz not null,
  due_at       timestamptz not null check (due_at > ask_at),
  begun_at     timestamptz not null,
  begun_by     uuid not null references worker,
  ended_on     date,
  settled_at   timestamptz,
  unique (case_id, episode_no),
  unique (recovery_id, case_id)
);
comment on table recovery_period is 'A time to recover and think, the day on which it began and its last day; category legal matters, of it what who leads must know';
comment on column recovery_period.ask_at is 'From when who leads is asked whether she has decided and had legal advice; nothing happens to her when due_at is over';
comment on column recovery_period.ended_on is 'When she decided to cooperate, and it ended before its last day; null: it lasts to that day, also when her file is closed';
comment on column recovery_period.settled_at is 'Since when nobody is asked about it any more';

create table recovery_word (
  word_id      uuid primary key,
  recovery_id  uuid not null,
  case_id      uuid not null,
  word         text not null check (word in ('COOPERATES', 'DOES_NOT', 'NOT_YET')),
  advice       text not null check (advice in ('HAD', 'NOT_WANTED', 'NOT_YET')),
  said_on      date not null,
  noted_at     timestamptz not null,
  noted_by     uuid not null references worker,
  foreign key (recovery_id, case_id) references recovery_period (recovery_id, case_id)
);
comment on table recovery_word is 'What she says of cooperating, and whether she had legal advice before; the newest counts. Category legal matters, of it what who leads must know';
create index recovery_word_of on recovery_word (recovery_id, said_on desc, noted_at desc);
create index recovery_word_case on recovery_word (case_id);

do $$ declare t text; begin
  foreach t in array array['identification_decision', 'recovery_period', 'recovery_word'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('create policy known on %I for select to alongside_app using (
      leads(case_id) and (select caller_is(''CW'', ''SUP'')) and may(''min'', case_id, 128) or (select caller_is(''LAW'')) and may(''read'', case_id, 128))', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
    execute format('create trigger told after insert or update on %I for each row execute function tell_lead()', t);
  end loop;
end $$;
create policy noted on identification_decision for insert to alongside_app with check (
  noted_by = (select caller_worker()) and noted_at = (select caller_now()) and (select caller_is('CW')) and leads(case_id)
  and may('write', case_id, 2048) and may('min', case_id, 128) and not (decision = 'WITHDRAWN' and child_now(case_id)));
grant insert on identification_decision to alongside_app;

-- she was told of the newest decision; answers whether there was one of which she did not know
create function identification_told(p_case uuid, p_on date) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (caller_is('CW') and leads(p_case) and may('write', p_case, 2048)) or p_on > (caller_now() at time zone 'UTC')::date then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update identification_decision d set told_on = p_on
   where d.told_on is null
     and d.decision_id = (select n.decision_id from identification_decision n where n.case_id = p_case order by n.decided_on desc, n.noted_at desc limit 1);
  return found;
end $$;

-- with a decision of this very instant her time begins, where the law has it so and none began since her file was opened; else nothing
create function recovery_begin(p_recovery uuid, p_decision uuid) returns recovery_period
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare d identification_decision; j jurisdiction; r recovery_period; n timestamptz := caller_now(); before interval;
begin
  select * into d from identification_decision where decision_id = p_decision and noted_by = caller_worker() and noted_at = n;
  select * into j from jurisdiction;
  select value into before from setting where name = 'recovery-asked-before';
  if d.decision_id is null or d.decision is distinct from 'IDENTIFIED' and d.decision is distinct from j.recovery_begins_with
     or child_now(d.case_id) is distinct from false and not j.recovery_of_children then
    return null;
  end if;
  insert into recovery_period (recovery_id, case_id, episode_no, begun_with, began_on, ends_on, ask_at, due_at, begun_at, begun_by)
  select p_recovery, d.case_id, f.episode_no, d.decision, d.decided_on, k.last_day,
         greatest(n, k.last_day::timestamp at time zone 'UTC' - before), greatest(n + before, k.last_day::timestamp at time zone 'UTC'), n, caller_worker()
    from case_file f cross join lateral (select (d.decided_on + j.recovery_lasts)::date last_day) k
   where f.case_id = d.case_id
  on conflict (case_id, episode_no) do nothing
  returning * into r;
  return r;
end $$;

-- what she says, and whether she had advice; answers whether nobody needs to ask any more: she had it or wants none, and has decided or was asked in its time
create function recovery_say(p_recovery uuid, p_word text, p_advice text, p_on date) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare r recovery_period; n timestamptz := caller_now(); today date := (caller_now() at time zone 'UTC')::date;
begin
  select * into r from recovery_period where recovery_id = p_recovery for update;
  if not found or not (caller_is('CW') and leads(r.case_id) and may('write', r.case_id, 2048)) or p_on > today or p_on < r.began_on
     or r.settled_at is not null and (r.ended_on is not null or today > r.ends_on) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into recovery_word (word_id, recovery_id, case_id, word, advice, said_on, noted_at, noted_by)
  values (gen_random_uuid(), p_recovery, r.case_id, p_word, p_advice, p_on, n, caller_worker());
  update recovery_period
     set ended_on = case when p_word = 'COOPERATES' and ended_on is null and p_on <= ends_on then p_on else ended_on end,
         settled_at = coalesce(settled_at, case when p_advice <> 'NOT_YET' and (p_word <> 'NOT_YET' or n >= ask_at) then n end)
   where recovery_id = p_recovery;
  return r.settled_at is null and p_advice <> 'NOT_YET' and (p_word <> 'NOT_YET' or n >= r.ask_at);
end $$;

-- with the file nobody asks any more, and her time goes on; answers about which
create function recoveries_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if leads(p_case) and may('seen', p_case, 0) and not (select case_is_open(f.status) from case_file f where f.case_id = p_case) then
    return query update recovery_period r set settled_at = caller_now() where r.case_id = p_case and r.settled_at is null returning r.recovery_id;
  end if;
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['identification_told(uuid, date)', 'recovery_begin(uuid, uuid)', 'recovery_say(uuid, text, text, date)',
                           'recoveries_end(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
