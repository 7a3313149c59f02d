-- Nobody covers in a team to which they do not belong: of the absent one's cases those of other teams stay the supervisor's to
-- assign.

create or replace function cover_begin(p_absence uuid, p_worker uuid, p_cover uuid, p_from timestamptz, p_until timestamptz) returns int
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
     where a.worker_id = p_worker and a.organisation_id = caller_organisation() and a.absence_id is null
       and supervises(a.team_id) and belongs_to(p_cover, a.team_id)
       and (a.until_at is null or a.until_at > greatest(p_from, n)) and a.from_at <= n
       and not exists (select from conflict_declaration d where d.worker_id = p_cover and d.case_id = a.case_id and d.lifted_at is null);
  get diagnostics covered = row_count;
  return covered;
end $$;
