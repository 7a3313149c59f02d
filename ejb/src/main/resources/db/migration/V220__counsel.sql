-- Who acts for her in a legal matter and by what right: a check that nobody in the house of lawyers acts for the other side, before anything of the case
-- is written into the matter; what she, or whoever decides for a child, signed; who is counsel; and before which court, in which role, against whom. All of
-- it is the lawyer's own file, but one fact: that this house cannot act for her, which who leads is told without why.

-- ---- how a matter began here
alter table matter_stage add column entered text not null default 'BEFORE' check (entered in ('ADVICE', 'TAKEN_OVER', 'BEFORE'));
comment on column matter_stage.entered is 'How it began: here with advice; taken over as it stood; or before checks and mandates were written down';
create function stage_begins() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  new.entered := case when new.stage in ('ADVICE', 'CONFLICT_CHECK') then 'ADVICE' else 'TAKEN_OVER' end;
  return new;
end $$;
revoke all on function stage_begins() from public;
create trigger begins before insert on matter_stage for each row execute function stage_begins();

create table matter_counsel (
  counsel_id      uuid primary key default gen_random_uuid(),
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  worker_id       uuid not null references worker,
  from_at         timestamptz not null,
  until_at        timestamptz check (until_at >= from_at),
  given_by        uuid not null references worker,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id)
);
comment on table matter_counsel is 'Who of the house of lawyers acts in a matter, one after the other';
create unique index matter_counsel_now on matter_counsel (matter_id) where until_at is null;
create index matter_counsel_case on matter_counsel (case_id);

create table conflict_check (
  check_id        uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  opposing        text not null,
  other_matter    boolean not null,
  colleague       boolean not null,
  known           boolean not null,
  result          text not null check (result in ('CLEAR', 'WALL', 'CONFLICT')),
  checked_at      timestamptz not null,
  checked_by      uuid not null references worker,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  check ((result = 'CLEAR') = not (other_matter or colleague or known)),
  check (result <> 'WALL' or not known)
);
comment on table conflict_check is 'Whether somebody of the house of lawyers acts for the other side, asked in roles and never by name; the newest counts, none is changed';
comment on column conflict_check.opposing is 'What the other side is: code of opposing_role';
comment on column conflict_check.other_matter is 'The house acts or acted in another matter for or against somebody of the other side';
comment on column conflict_check.colleague is 'A colleague acts for the other side';
comment on column conflict_check.known is 'Counsel themselves are close to somebody of the other side';
create index conflict_check_matter on conflict_check (matter_id, checked_at desc);
create index conflict_check_case on conflict_check (case_id);

create table matter_declined (
  matter_id       uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null,
  declined_at     timestamptz not null,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id)
);
comment on table matter_declined is 'That this house of lawyers cannot act for her in this; never why. Category legal, of it what who leads must know';
create index matter_declined_case on matter_declined (case_id);

create table mandate (
  mandate_id      uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  giver           text not null,
  scope           text not null,
  signed_on       date not null,
  until_on        date check (until_on >= signed_on),
  signed_at       timestamptz not null,
  signed_by       uuid not null references worker,
  ended_by        text,
  ended_on        date check (ended_on >= signed_on),
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  check (signed_on <= (signed_at at time zone 'UTC')::date + 1),
  check ((ended_by is null) = (ended_on is null))
);
comment on table mandate is 'What she, or whoever decides for her, and her lawyer signed, so that the lawyer may act';
comment on column mandate.giver is 'Who signed for her side: code of mandate_giver';
comment on column mandate.signed_by is 'The lawyer who signed, and wrote it down';
comment on column mandate.until_on is 'Its last day; null: until it is ended';
create unique index mandate_now on mandate (matter_id) where ended_on is null;
create index mandate_case on mandate (case_id);

create table matter_court (
  matter_id       uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null,
  court           text check (length(court) between 1 and 200),
  reference       text check (length(reference) between 1 and 100),
  her_role        text,
  opposing        text,
  kept_at         timestamptz not null,
  kept_by         uuid not null references worker,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id)
);
comment on table matter_court is 'Before which court or authority, under which reference, in which role she stands there, and against which: privileged';
create index matter_court_case on matter_court (case_id);

-- ---- who acts in a matter: counsel; whoever supervises them; where counsel is away, left or may not, any lawyer of the house who works on the case
create function acts_in(p_matter uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select not exists (select from matter_counsel c
                      where c.matter_id = p_matter and c.until_at is null and c.worker_id <> caller_worker()
                        and does_it_now(c.worker_id, c.case_id) and not supervises_worker(c.worker_id))
$$;

do $$ declare t text; begin
  foreach t in array array['matter_counsel', 'conflict_check', 'matter_declined', 'mandate', 'matter_court'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('create policy own on %I for select to alongside_app using (keeps_matters(case_id, organisation_id))', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
  foreach t in array array['mandate', 'matter_court'] loop
    execute format('create policy written on %I for insert to alongside_app with check (
      organisation_id = (select caller_organisation()) and may(''write'', case_id, 128) and acts_in(matter_id))', t);
    execute format('create policy changed on %I for update to alongside_app using (
      organisation_id = (select caller_organisation()) and may(''write'', case_id, 128) and acts_in(matter_id))', t);
  end loop;
  foreach t in array array['matter', 'matter_stage', 'matter_file', 'hearing_minimum', 'hearing', 'hearing_file', 'hearing_protection',
                           'legal_deadline'] loop
    execute format('create policy by_counsel on %I as restrictive for update to alongside_app using (acts_in(matter_id))', t);
  end loop;
  foreach t in array array['hearing', 'legal_deadline', 'award_payment'] loop
    execute format('create policy counsel_writes on %I as restrictive for insert to alongside_app with check (acts_in(matter_id))', t);
  end loop;
end $$;
create policy told on matter_declined for select to alongside_app using (leads(case_id) and may('min', case_id, 128));
create trigger told after insert on matter_declined for each row execute function tell_lead();
grant insert on mandate, matter_court to alongside_app;
grant update (ended_by, ended_on) on mandate to alongside_app;
grant update (court, reference, her_role, opposing, kept_at, kept_by) on matter_court to alongside_app;

-- whoever opens a matter is its counsel
create function counsel_begins() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if new.opened_by = caller_worker() then
    insert into matter_counsel (matter_id, case_id, organisation_id, worker_id, from_at, given_by)
      values (new.matter_id, new.case_id, new.organisation_id, new.opened_by, new.opened_at, new.opened_by);
  end if;
  return null;
end $$;
create trigger counsel_begins after insert on matter for each row execute function counsel_begins();

-- whoever may be counsel: a lawyer of the house who works on the case and has no tie to it; of nobody is it told why not
create function can_be_counsel(p_worker uuid, p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from worker w join worker_role r using (worker_id)
                  where w.worker_id = p_worker and w.organisation_id = p_organisation and r.role_code = 'LAW')
     and does_it_now(p_worker, p_case)
     and exists (select from case_access a
                  where a.case_id = p_case and a.valid_from <= caller_now() and a.valid_until > caller_now()
                    and (a.holder_id = p_worker
                         or a.holder_id in (select m.team_id from team_member m where m.worker_id = p_worker and belongs_to(p_worker, m.team_id))))
$$;

create function counsel_hand_over(p_matter uuid, p_worker uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare m matter;
begin
  select * into m from matter where matter_id = p_matter for no key update;
  if m.matter_id is null or m.organisation_id <> caller_organisation() or not may('write', m.case_id, 128) or not acts_in(p_matter) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if not can_be_counsel(p_worker, m.case_id, m.organisation_id) then
    return false;
  end if;
  update matter_counsel set until_at = caller_now() where matter_id = p_matter and until_at is null;
  insert into matter_counsel (matter_id, case_id, organisation_id, worker_id, from_at, given_by)
    values (p_matter, m.case_id, m.organisation_id, p_worker, caller_now(), caller_worker());
  return true;
end $$;

-- whom counsel can choose among: lawyers of the house, whether they may or not
create function lawyers_here() returns table (worker_id uuid, name text)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select w.worker_id, w.name from worker w
   where caller_is('LAW') and w.organisation_id = caller_organisation() and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now())
   order by w.name, w.worker_id
$$;

-- writes down a check, and who of the house is kept away from her file by a wall: a tie closes it to them
create function conflict_check_note(p_id uuid, p_matter uuid, p_opposing text, p_other_matter boolean, p_colleague boolean, p_known boolean,
                                    p_apart uuid[]) returns text
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare m matter; code text; outcome text;
begin
  select * into m from matter where matter_id = p_matter for no key update;
  if m.matter_id is null or m.organisation_id <> caller_organisation() or not may('write', m.case_id, 128) or not acts_in(p_matter) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if exists (select from matter_declined d where d.matter_id = p_matter) then
    raise exception 'declined' using errcode = 'AL221';
  end if;
  if exists (select from unnest(p_apart) one
              where one = caller_worker() or not exists (select from worker w where w.worker_id = one and w.organisation_id = m.organisation_id)) then
    raise exception 'not of this house' using errcode = 'AL225';
  end if;
  outcome := case when not (p_other_matter or p_colleague or p_known) then 'CLEAR'
                  when p_known or cardinality(p_apart) = 0 then 'CONFLICT' else 'WALL' end;
  insert into conflict_check (check_id, matter_id, case_id, organisation_id, opposing, other_matter, colleague, known, result, checked_at, checked_by)
    values (p_id, p_matter, m.case_id, m.organisation_id, p_opposing, p_other_matter, p_colleague, p_known, outcome, caller_now(), caller_worker());
  if outcome = 'WALL' then
    select case_code into code from case_file where case_id = m.case_id;
    insert into conflict_declaration (tie_id, worker_id, case_id, case_code, tie, declared_at, declared_by)
      select gen_random_uuid(), one, m.case_id, code, 'OTHER', caller_now(), caller_worker()
        from (select distinct unnest(p_apart) one) a where not tied(one, m.case_id);
  elsif outcome = 'CONFLICT' then
    insert into matter_declined (matter_id, case_id, organisation_id, declined_at)
      values (p_matter, m.case_id, m.organisation_id, caller_now());
  end if;
  return outcome;
end $$;

-- ---- before the check is clear nothing of the case goes into the matter
create function checked(p_matter uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select not exists (select from matter_stage s where s.matter_id = p_matter and s.entered = 'ADVICE')
      or coalesce((select c.result in ('CLEAR', 'WALL') from conflict_check c where c.matter_id = p_matter order by c.checked_at desc limit 1), false)
$$;
create function only_after_check() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not checked(new.matter_id) then
    raise exception 'before the check for conflicts is clear' using errcode = 'AL220';
  end if;
  return new;
end $$;
create trigger only_after_check before update on matter_file for each row
  when (num_nonnulls(new.note, new.claimed, new.ordered, new.paid, new.most, new.currency, new.freeze_asked_on, new.final_on) > 0)
  execute function only_after_check();
create trigger only_after_check before insert on hearing for each row execute function only_after_check();
create trigger only_after_check before update on hearing_minimum for each row when (new.protection <> '{}') execute function only_after_check();
create trigger only_after_check before insert or update of title on document for each row when (new.matter_id is not null)
  execute function only_after_check();
create trigger only_after_check before insert on matter_court for each row execute function only_after_check();
create trigger only_after_check before insert on mandate for each row execute function only_after_check();

-- a child's lawyer is given by a guardian who may decide in legal matters, or by a court; never by the child alone
create function mandate_is_good() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if new.signed_by <> caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if child_now(new.case_id) and new.giver = 'HERSELF' then
    raise exception 'a child does not sign alone' using errcode = 'AL222';
  end if;
  if new.giver = 'GUARDIAN' and not exists (
       select from guardian g where g.case_id = new.case_id and g.status in ('TEMPORARY', 'APPOINTED') and 'LEGAL' = any (g.powers)
                                and (g.mandate_until is null or g.mandate_until > caller_now())) then
    raise exception 'nobody decides for her in legal matters' using errcode = 'AL223';
  end if;
  return new;
end $$;
create trigger is_good before insert on mandate for each row when (caller_worker() is not null) execute function mandate_is_good();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['acts_in(uuid)', 'counsel_hand_over(uuid, uuid)', 'lawyers_here()',
                           'conflict_check_note(uuid, uuid, text, boolean, boolean, boolean, uuid[])']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['counsel_begins()', 'can_be_counsel(uuid, uuid, uuid)', 'checked(uuid)', 'only_after_check()', 'mandate_is_good()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant select on matter_stage, worker_role, team_member to alongside_gatekeeper;
grant update on matter to alongside_gatekeeper;   -- the row lock
grant execute on function does_it_now(uuid, uuid), belongs_to(uuid, uuid), tied(uuid, uuid), supervises_worker(uuid) to alongside_gatekeeper;
