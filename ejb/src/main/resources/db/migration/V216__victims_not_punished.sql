-- Victims are not punished for what they were made to do. Whoever leads or defends her notes such an offence, as codes; what it is only they and her lawyer
-- read. Her lawyer is asked to raise non-punishment; where she has none, who leads is asked to find one and is told no more than that. Nothing of it goes
-- to police, prosecution or anybody else by itself.

insert into setting (name, value, basis) values
  ('defender-found-within', '72 hours', 'design recommendation'),
  ('non-punishment-raised-within', '7 days', 'design recommendation');

create table coerced_offence (
  offence_id      uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  offence         text not null,
  stage           text not null,
  noted_at        timestamptz not null,
  noted_by        uuid not null references worker
);
comment on table coerced_offence is 'What she was made to do that a law calls an offence, and how far anybody pursues it: codes, for who noted it and for her lawyer. Category legal, privileged';
create index coerced_offence_case on coerced_offence (case_id, noted_at desc);

create table non_punishment (
  non_punishment_id uuid primary key,
  case_id         uuid not null references case_file,
  begun_at        timestamptz not null,
  find_by         timestamptz not null check (find_by > begun_at),
  defend_by       timestamptz not null check (defend_by > begun_at),
  outcome         text,
  settled_at      timestamptz,
  settled_by      uuid references worker,
  ended_at        timestamptz,
  check (num_nonnulls(outcome, settled_at, settled_by) in (0, 3))
);
comment on table non_punishment is 'That her lawyer is to see to something, and by when: for who leads without what and for what it came out. Category legal';
create index non_punishment_case on non_punishment (case_id);
create unique index non_punishment_open on non_punishment (case_id) where settled_at is null and ended_at is null;

do $$ declare t text; begin
  foreach t in array array['coerced_offence', 'non_punishment'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;
create policy hers on coerced_offence for select to alongside_app using (
  defends(case_id) or noted_by = (select caller_worker()) and asks_her(case_id));
create policy known on non_punishment for select to alongside_app using (defends(case_id) or asks_her(case_id));
create trigger told after insert or update on non_punishment for each row execute function tell_lead();

-- notes it; answers the defence that begins with it, null where one is under way
create function coerced_offence_note(p_id uuid, p_defence uuid, p_case uuid, p_offence text, p_stage text, p_find_by timestamptz,
                                     p_defend_by timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (caller_is('CW') and asks_her(p_case) and may('write', p_case, 2048) or defends(p_case)) or tied(caller_worker(), p_case) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into coerced_offence (offence_id, case_id, organisation_id, offence, stage, noted_at, noted_by)
    values (p_id, p_case, caller_organisation(), p_offence, p_stage, caller_now(), caller_worker());
  insert into non_punishment (non_punishment_id, case_id, begun_at, find_by, defend_by)
    values (p_defence, p_case, caller_now(), p_find_by, p_defend_by)
    on conflict (case_id) where settled_at is null and ended_at is null do nothing;
  return (select n.non_punishment_id from non_punishment n where n.non_punishment_id = p_defence);
end $$;

-- who leads and is asked to find a lawyer, told to whoever may note one
create function defence_asked_of(p_case uuid) returns uuid
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select f.lead_organisation_id from case_file f where f.case_id = p_case and (asks_her(p_case) or defends(p_case))
$$;

-- her lawyer has seen to it; answers whether it was open
create function non_punishment_settle(p_id uuid, p_outcome text) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n non_punishment;
begin
  select * into n from non_punishment where non_punishment_id = p_id for update;
  if n.non_punishment_id is null or not defends(n.case_id) or tied(caller_worker(), n.case_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if num_nonnulls(n.settled_at, n.ended_at) > 0 then
    return false;
  end if;
  update non_punishment set outcome = p_outcome, settled_at = caller_now(), settled_by = caller_worker() where non_punishment_id = p_id;
  return true;
end $$;

-- in a closed file nobody is asked any more; answers which ended
create function non_punishment_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if asks_her(p_case) and not (select case_is_open(f.status) from case_file f where f.case_id = p_case) then
    return query update non_punishment set ended_at = caller_now() where case_id = p_case and settled_at is null and ended_at is null
                 returning non_punishment_id;
  end if;
end $$;

-- what waits for a lawyer of the case that this referral is of, once a house of lawyers took it up
create function non_punishment_waiting(p_referral uuid) returns uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select n.non_punishment_id from referral r join non_punishment n using (case_id)
   where r.referral_id = p_referral and n.settled_at is null and n.ended_at is null and defends(r.case_id)
$$;
create function non_punishment_lawyers(p_id uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select l from non_punishment n cross join lateral lawyers_of(n.case_id) l where n.non_punishment_id = p_id
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['coerced_offence_note(uuid, uuid, uuid, text, text, timestamptz, timestamptz)', 'defence_asked_of(uuid)',
                           'non_punishment_settle(uuid, text)', 'non_punishment_end(uuid)', 'non_punishment_waiting(uuid)',
                           'non_punishment_lawyers(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
