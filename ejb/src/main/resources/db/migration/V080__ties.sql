-- A worker's ties to a survivor: who declared or recorded them, what kind, who ended them and why. While one stands, the file is closed
-- to that worker (ACCESS 1: deny, conflict, assignment, consent, role). May be declared for a file that the worker cannot open, by its
-- code alone: every declaration makes a row, also where no file has that code, so that neither answer nor row says whether one has.

alter table conflict_declaration drop constraint conflict_declaration_case_id_fkey;
alter table conflict_declaration
  add column tie_id      uuid not null default gen_random_uuid() unique,
  add column case_code   text check (length(case_code) <= 40),
  add column tie         text not null default 'OTHER',
  add column declared_by uuid references worker,
  add column lifted_by   uuid references worker,
  add column lift_reason text,
  add column lift_words  text check (length(lift_words) <= 500),
  add check (lifted_by is distinct from worker_id),
  add check (lifted_at is not null or num_nonnulls(lifted_by, lift_reason, lift_words) = 0);
comment on table conflict_declaration is 'To which file somebody has a tie that closes it to them; stands until it is lifted';
comment on column conflict_declaration.case_id is 'The file; where no file has the code an id of none, and so without a foreign key';
comment on column conflict_declaration.case_code is 'As it was given; null: written by the owner of the database';
comment on column conflict_declaration.declared_by is 'Themselves, or the supervisor who recorded it without their knowing';
create unique index conflict_declaration_own on conflict_declaration (worker_id, case_code)
  where lifted_at is null and declared_by = worker_id;

-- that a tie stands is the fence; of whom, what kind and by whose word is told by the functions below alone
revoke select on conflict_declaration from alongside_app;
grant select (worker_id, case_id, declared_at, lifted_at) on conflict_declaration to alongside_app;
grant insert, update on conflict_declaration to alongside_gatekeeper;
-- a tie changes no file: whoever was told that something changed and saw nothing new would know of somebody's tie
drop trigger told on conflict_declaration;

create function tied(p_worker uuid, p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from conflict_declaration d where d.worker_id = p_worker and d.case_id = p_case and d.lifted_at is null)
$$;

-- somebody who works in a team that the caller supervises, and is not the caller
create function supervises_worker(p_worker uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_worker <> caller_worker() and caller_is('SUP', 'SHM')
     and exists (select from team_member m
                  where m.worker_id = p_worker and m.from_at <= caller_now() and (m.until_at is null or m.until_at > caller_now())
                    and supervises(m.team_id) and belongs_to(p_worker, m.team_id))
$$;

-- ---- declaring, recording, ending
create function tie_declare(p_tie_id uuid, p_code text, p_tie text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c uuid;
begin
  if caller_worker() is null or caller_is_system() or coalesce(p_code, '') = '' then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select case_id into c from case_file where case_code = p_code;
  insert into conflict_declaration (tie_id, worker_id, case_id, case_code, tie, declared_at, declared_by)
    values (p_tie_id, caller_worker(), coalesce(c, gen_random_uuid()), p_code, p_tie, caller_now(), caller_worker());
end $$;

-- a supervisor who may open the file, of somebody they supervise, who is not told
create function tie_record(p_tie_id uuid, p_case uuid, p_worker uuid, p_tie text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c text;
begin
  if not coalesce(supervises_worker(p_worker) and may('seen', p_case, 0), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select case_code into c from case_file where case_id = p_case for no key update;
  if tied(p_worker, p_case) then
    raise exception 'recorded already' using errcode = 'AL020';
  end if;
  insert into conflict_declaration (tie_id, worker_id, case_id, case_code, tie, declared_at, declared_by)
    values (p_tie_id, p_worker, p_case, c, p_tie, caller_now(), caller_worker());
end $$;

-- whose tie is the caller's to know and to end: somebody's whom they supervise, of no file to which they have a tie themselves
create function tie_is_callers(d conflict_declaration) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select d.worker_id <> caller_worker()
     and not exists (select from conflict_declaration own
                      where own.worker_id = caller_worker() and own.lifted_at is null
                        and (own.case_id = d.case_id or own.case_code = d.case_code))
     and supervises_worker(d.worker_id)
$$;

create function tie_end(p_tie_id uuid, p_reason text, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update conflict_declaration d
     set lifted_at = caller_now(), lifted_by = caller_worker(), lift_reason = p_reason, lift_words = p_words
   where d.tie_id = p_tie_id and d.lifted_at is null and p_reason is not null and tie_is_callers(d);
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
end $$;

-- ---- who is told of ties: who declared them, of their own; supervisors, of those they supervise
create function ties_declared()
returns table (tie_id uuid, case_code text, tie text, declared_at timestamptz, lifted_at timestamptz)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select d.tie_id, d.case_code, d.tie, d.declared_at, d.lifted_at
    from conflict_declaration d
   where d.worker_id = caller_worker() and d.declared_by = caller_worker()
$$;

create function ties_supervised()
returns table (tie_id uuid, worker_id uuid, case_code text, tie text, declared_at timestamptz, declared_by uuid,
               lifted_at timestamptz, lifted_by uuid, lift_reason text)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select d.tie_id, d.worker_id, d.case_code, d.tie, d.declared_at, d.declared_by, d.lifted_at, d.lifted_by, d.lift_reason
    from conflict_declaration d join worker w on w.worker_id = d.worker_id
   where w.organisation_id = caller_organisation() and caller_is('SUP', 'SHM') and d.case_code is not null and tie_is_callers(d)
$$;

-- who of the caller's people may not work on a file that the caller may open, for whoever chooses among them
create function tied_here(p_case uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select distinct d.worker_id from conflict_declaration d
   where d.case_id = p_case and d.lifted_at is null and may('seen', p_case, 0) and supervises_worker(d.worker_id)
$$;
create index conflict_declaration_case on conflict_declaration (case_id) where lifted_at is null;

-- ---- work of which ties leave nobody who does it: found from the ties, which are few, never from the cases
create function does_it_now(p_worker uuid, p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from worker w where w.worker_id = p_worker and (w.left_at is null or w.left_at > caller_now()))
     and not tied(p_worker, p_case)
     and not exists (select from absence b where b.worker_id = p_worker and b.ended_at is null
                        and b.from_at <= caller_now() and b.until_at > caller_now())
$$;

create function left_alone()
returns table (case_id uuid, organisation_id uuid, team_id uuid, referral_id uuid, worker_id uuid, supervised boolean)
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  with work as (
    select a.* from assignment a
     where a.absence_id is null and a.from_at <= caller_now() and (a.until_at is null or a.until_at > caller_now())),
  touched as (
    select w.case_id, w.organisation_id, w.team_id, w.referral_id, w.worker_id
      from conflict_declaration d join work w on w.case_id = d.case_id and w.worker_id = d.worker_id where d.lifted_at is null
     union      -- who is away, and who covers may not
    select w.case_id, w.organisation_id, w.team_id, w.referral_id, w.worker_id
      from conflict_declaration d join absence b on b.covered_by = d.worker_id join work w on w.case_id = d.case_id and w.worker_id = b.worker_id
     where d.lifted_at is null and b.ended_at is null and b.from_at <= caller_now() and b.until_at > caller_now()
     union      -- a shift
    select w.case_id, w.organisation_id, w.team_id, w.referral_id, w.worker_id
      from conflict_declaration d join work w on w.case_id = d.case_id and w.worker_id is null join team_member m on m.worker_id = d.worker_id and m.team_id = w.team_id
     where d.lifted_at is null)
  select t.*, exists (select from team_member m join worker_role r using (worker_id)
                       where m.team_id = t.team_id and m.supervises and r.role_code in ('SUP', 'SHM')
                         and m.from_at <= caller_now() and (m.until_at is null or m.until_at > caller_now())
                         and does_it_now(m.worker_id, t.case_id))
    from touched t join case_file f using (case_id)
   where case_is_open(f.status)
     and exists (select from case_access k where k.case_id = t.case_id and k.holder_id = t.team_id
                    and k.valid_from <= caller_now() and caller_now() < k.valid_until)
     and not exists (select from assignment o
                      where o.case_id = t.case_id and o.organisation_id = t.organisation_id and o.referral_id is not distinct from t.referral_id
                        and o.from_at <= caller_now() and (o.until_at is null or o.until_at > caller_now())
                        and (does_it_now(o.worker_id, o.case_id)
                             or o.worker_id is null and exists (select from team_member m
                                                                 where m.team_id = o.team_id and m.from_at <= caller_now()
                                                                   and (m.until_at is null or m.until_at > caller_now())
                                                                   and does_it_now(m.worker_id, o.case_id))))
$$;
comment on function left_alone is 'Open work on which nobody is left: whose it was has a tie, or is away and who covers has one';

create function left_alone_here() returns table (case_id uuid, referral_id uuid, worker_id uuid)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select l.case_id, l.referral_id, l.worker_id from left_alone() l
   where caller_is('SUP', 'SHM') and l.organisation_id = caller_organisation() and l.worker_id is not null
     and supervises(l.team_id) and may('seen', l.case_id, 0)
$$;

-- an administrator is told in which team and how many: they open no file, and can name another supervisor
create function left_without_supervisor() returns table (organisation_id uuid, team_id uuid, cases bigint)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select l.organisation_id, l.team_id, count(distinct l.case_id) from left_alone() l
   where caller_is('ADM') and not l.supervised group by 1, 2
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['supervises_worker(uuid)', 'tie_declare(uuid, text, text)', 'tie_record(uuid, uuid, uuid, text)',
                           'tie_end(uuid, text, text)', 'ties_declared()', 'ties_supervised()', 'tied_here(uuid)',
                           'left_alone_here()', 'left_without_supervisor()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['tied(uuid, uuid)', 'tie_is_callers(conflict_declaration)', 'does_it_now(uuid, uuid)', 'left_alone()']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_gatekeeper', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
