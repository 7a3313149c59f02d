-- Who of an organisation works on a case is the supervisor's to say; the time line follows by trigger. Who covers for somebody
-- who is away is assigned for that time and no longer: what ends by itself needs nobody to end it.

create table absence (
  absence_id      uuid primary key,
  organisation_id uuid not null references organisation,
  team_id         uuid not null references team,
  worker_id       uuid not null references worker,
  covered_by      uuid not null references worker,
  from_at         timestamptz not null,
  until_at        timestamptz not null,
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  check (from_at < until_at and worker_id <> covered_by)
);
create index absence_worker on absence (worker_id);
create index absence_team on absence (team_id, until_at);
alter table absence enable row level security;
create policy by_function on absence to alongside_gatekeeper using (true) with check (true);
create policy colleague on absence for select to alongside_app using (
  organisation_id = (select caller_organisation()) or (select caller_is_system()));
grant select on absence to alongside_app;
grant select, insert, update on absence to alongside_gatekeeper;

alter table assignment add column absence_id uuid references absence;
comment on column assignment.absence_id is 'For whose absence they cover; null: it is their own work';
create index assignment_absence on assignment (absence_id) where absence_id is not null;
create index assignment_of_worker on assignment (worker_id, organisation_id) where worker_id is not null;
create index assignment_of_team on assignment (team_id);
grant update (until_at) on assignment to alongside_gatekeeper;
grant select on team, team_member to alongside_gatekeeper;

create function supervises(p_team uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('SUP', 'SHM') and exists (
    select from team_member m join team t using (team_id)
     where m.team_id = p_team and m.worker_id = caller_worker() and m.supervises and t.organisation_id = caller_organisation()
       and m.from_at <= caller_now() and (m.until_at is null or m.until_at > caller_now()))
$$;

create function belongs_to(p_worker uuid, p_team uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (
    select from team_member m join worker w using (worker_id) join team t using (team_id)
     where m.team_id = p_team and m.worker_id = p_worker and w.organisation_id = t.organisation_id
       and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now())
       and m.from_at <= caller_now() and (m.until_at is null or m.until_at > caller_now()))
$$;

-- from one worker of the team to another; of the lead's own work (no referral) the file names the new one too
create function assign_case(p_case uuid, p_referral uuid, p_worker uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare a assignment; n timestamptz := caller_now();
begin
  perform 1 from case_file where case_id = p_case for no key update;
  select * into a from assignment
   where case_id = p_case and organisation_id = caller_organisation() and referral_id is not distinct from p_referral
     and worker_id is not null and absence_id is null and from_at <= n and (until_at is null or until_at > n)
   order by from_at desc limit 1;
  if not found or not supervises(a.team_id) or not may('seen', p_case, 0) or not belongs_to(p_worker, a.team_id)
     or a.worker_id = p_worker then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if exists (select from conflict_declaration where worker_id = p_worker and case_id = p_case and lifted_at is null) then
    raise exception 'conflict of interest' using errcode = 'AL002';
  end if;
  update assignment set until_at = n
   where case_id = p_case and organisation_id = a.organisation_id and referral_id is not distinct from p_referral
     and (until_at is null or until_at > n)
     and (assignment_id = a.assignment_id or absence_id in (select absence_id from absence where worker_id = a.worker_id));
  insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by, referral_id)
    values (gen_random_uuid(), p_case, a.organisation_id, a.team_id, p_worker, n, caller_worker(), p_referral);
  if p_referral is null then
    update case_file set lead_worker_id = p_worker, version = version + 1
     where case_id = p_case and lead_organisation_id = a.organisation_id;
  end if;
end $$;

-- what the absent one works on is open to who covers, from then until then; answers how many cases
create function cover_begin(p_absence uuid, p_worker uuid, p_cover uuid, p_from timestamptz, p_until timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare t uuid; n timestamptz := caller_now(); covered int;
begin
  select m.team_id into t from team_member m
   where m.worker_id = p_worker and supervises(m.team_id) and belongs_to(p_worker, m.team_id) and belongs_to(p_cover, m.team_id)
   order by m.from_at limit 1;
  if not found or p_worker = p_cover or p_from >= p_until or p_until <= n then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  -- two who record at once wait for each other here
  perform 1 from worker where worker_id in (p_worker, p_cover) order by worker_id for no key update;
  if exists (select from absence where worker_id in (p_worker, p_cover) and ended_at is null
              and from_at < p_until and until_at > p_from) then
    raise exception 'away already' using errcode = 'AL003';
  end if;
  insert into absence (absence_id, organisation_id, team_id, worker_id, covered_by, from_at, until_at, recorded_at, recorded_by)
    values (p_absence, caller_organisation(), t, p_worker, p_cover, p_from, p_until, n, caller_worker());
  insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, until_at, assigned_by, referral_id, absence_id)
    select gen_random_uuid(), a.case_id, a.organisation_id, a.team_id, p_cover, greatest(p_from, n), least(p_until, a.until_at),
           caller_worker(), a.referral_id, p_absence
      from assignment a
     where a.worker_id = p_worker and a.organisation_id = caller_organisation() and a.absence_id is null and supervises(a.team_id)
       and (a.until_at is null or a.until_at > greatest(p_from, n)) and a.from_at <= n
       and not exists (select from conflict_declaration d where d.worker_id = p_cover and d.case_id = a.case_id and d.lifted_at is null);
  get diagnostics covered = row_count;
  return covered;
end $$;

create function cover_end(p_absence uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now();
begin
  update absence set ended_at = n, ended_by = caller_worker()
   where absence_id = p_absence and organisation_id = caller_organisation() and supervises(team_id) and ended_at is null and until_at > n;
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update assignment set until_at = greatest(from_at, n) where absence_id = p_absence and (until_at is null or until_at > n);
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function supervises(uuid) owner to alongside_gatekeeper;
alter function belongs_to(uuid, uuid) owner to alongside_gatekeeper;
alter function assign_case(uuid, uuid, uuid) owner to alongside_gatekeeper;
alter function cover_begin(uuid, uuid, uuid, timestamptz, timestamptz) owner to alongside_gatekeeper;
alter function cover_end(uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function supervises(uuid), belongs_to(uuid, uuid), assign_case(uuid, uuid, uuid),
  cover_begin(uuid, uuid, uuid, timestamptz, timestamptz), cover_end(uuid) from public;
grant execute on function supervises(uuid), belongs_to(uuid, uuid), assign_case(uuid, uuid, uuid),
  cover_begin(uuid, uuid, uuid, timestamptz, timestamptz), cover_end(uuid) to alongside_app;
