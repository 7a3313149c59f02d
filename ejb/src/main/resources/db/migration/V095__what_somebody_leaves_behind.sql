-- Somebody leaves: what is theirs in a team goes to a colleague of it, case by case or all at once, never to somebody who has a tie to
-- the survivor. Leaving itself is never held up by it: a door must be able to close within the hour (DOMAIN 12).

create index action_step_taken_by on action_step (owner_worker_id) where owner_worker_id is not null;
create index hearing_support_worker on hearing_support (worker_id, hearing_at);
create index absence_covered_by on absence (covered_by) where ended_at is null;

-- somebody who works or worked in a team that the caller supervises, and is not the caller
create function supervised_ever(p_worker uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_worker <> caller_worker() and caller_is('SUP', 'SHM')
     and exists (select from team_member m where m.worker_id = p_worker and supervises(m.team_id))
$$;

-- whether somebody works on a case for the caller's organisation now: by name, or as one of a shift
create function works_here_on(p_worker uuid, p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from assignment a
                  where a.case_id = p_case and a.organisation_id = caller_organisation()
                    and a.from_at <= caller_now() and (a.until_at is null or a.until_at > caller_now())
                    and (a.worker_id = p_worker or a.worker_id is null and belongs_to(p_worker, a.team_id)))
$$;

-- Hands over what the caller may see of it and what the colleague may take on; the rest stays where it is, and is seen there. With a
-- case go the steps of her plan that they had taken and what they had promised for a hearing; where the colleague does not work on it,
-- others are asked again. Of all at once their covering for others, too. Answers what of cases went over
create function work_hand_over(p_worker uuid, p_to uuid, p_case uuid) returns table (handed_case uuid, handed_referral uuid)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare b absence; n timestamptz := caller_now();
begin
  if not supervised_ever(p_worker) or p_worker = p_to or not exists (
       select from team_member m where m.worker_id = p_to and supervises(m.team_id) and belongs_to(p_to, m.team_id)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  -- two who hand over at once wait for each other here
  perform 1 from worker where worker_id in (p_worker, p_to) order by worker_id for no key update;
  for handed_case, handed_referral in
    select a.case_id, a.referral_id from assignment a
     where a.worker_id = p_worker and a.organisation_id = caller_organisation() and a.absence_id is null
       and a.from_at <= n and (a.until_at is null or a.until_at > n) and (p_case is null or a.case_id = p_case)
       and supervises(a.team_id) and belongs_to(p_to, a.team_id) and may('seen', a.case_id, 0) and not tied(p_to, a.case_id)
     order by a.case_id, a.referral_id
  loop
    perform assign_case(handed_case, handed_referral, p_to);
    return next;
  end loop;
  update action_step s
     set version = s.version + 1,
         owner_worker_id = case when works_here_on(p_to, s.case_id)
                                 and exists (select from worker_role r where r.worker_id = p_to and r.role_code = s.owner_role) then p_to end
   where s.owner_worker_id = p_worker and s.owner_organisation_id = caller_organisation() and (p_case is null or s.case_id = p_case)
     and s.status in ('PLANNED', 'IN_PROGRESS', 'BLOCKED') and may('seen', s.case_id, 0) and not tied(p_to, s.case_id);
  update hearing_support h set worker_id = p_to
   where h.worker_id = p_worker and h.organisation_id = caller_organisation() and h.hearing_at > n and (p_case is null or h.case_id = p_case)
     and works_here_on(p_to, h.case_id) and may('seen', h.case_id, 0) and not tied(p_to, h.case_id);
  delete from hearing_support h
   where h.worker_id = p_worker and h.organisation_id = caller_organisation() and h.hearing_at > n and (p_case is null or h.case_id = p_case)
     and may('seen', h.case_id, 0) and not tied(p_to, h.case_id);
  if p_case is null then
    for b in
      select * from absence a
       where a.covered_by = p_worker and a.organisation_id = caller_organisation() and a.ended_at is null and a.until_at > n
         and supervises(a.team_id) and belongs_to(p_to, a.team_id) and a.worker_id <> p_to
         and not exists (select from absence own where own.worker_id = p_to and own.ended_at is null
                            and own.from_at < a.until_at and own.until_at > a.from_at)
       order by a.absence_id
    loop
      update absence set covered_by = p_to where absence_id = b.absence_id;
      insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, until_at, assigned_by, referral_id, absence_id)
        select gen_random_uuid(), a.case_id, a.organisation_id, a.team_id, p_to, greatest(a.from_at, n), a.until_at, caller_worker(),
               a.referral_id, a.absence_id
          from assignment a
         where a.absence_id = b.absence_id and a.worker_id = p_worker and a.until_at > n
           and belongs_to(p_to, a.team_id) and not tied(p_to, a.case_id);
      update assignment set until_at = greatest(from_at, n)
       where absence_id = b.absence_id and worker_id = p_worker and until_at > n;
    end loop;
  end if;
end $$;

-- what is still theirs, for administrators: how much of each, never which; nothing that hides is told of by it, since they open no file
create function still_theirs(p_worker uuid) returns table (cases int, steps int, promises int, covers int)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (select count(distinct a.case_id) from assignment a join case_file f using (case_id)
           where a.worker_id = p_worker and a.absence_id is null and case_is_open(f.status)
             and a.from_at <= caller_now() and (a.until_at is null or a.until_at > caller_now()))::int,
         (select count(*) from action_step s where s.owner_worker_id = p_worker and s.status in ('PLANNED', 'IN_PROGRESS', 'BLOCKED'))::int,
         (select count(*) from hearing_support h where h.worker_id = p_worker and h.hearing_at > caller_now())::int,
         (select count(*) from absence b where b.covered_by = p_worker and b.ended_at is null and b.until_at > caller_now())::int
   where caller_is('ADM')
$$;

-- a step is given to somebody else in this one way, too
drop trigger by_party on action_step;
create trigger by_party before update on action_step
  for each row when (current_user <> 'alongside_gatekeeper') execute function step_by_party();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['supervised_ever(uuid)', 'work_hand_over(uuid, uuid, uuid)', 'still_theirs(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function works_here_on(uuid, uuid) from public;
grant execute on function works_here_on(uuid, uuid) to alongside_gatekeeper;
grant update (worker_id) on hearing_support to alongside_gatekeeper;
