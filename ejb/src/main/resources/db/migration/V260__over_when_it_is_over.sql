-- What an agency told coordinators who decide, and a yes to an interview that nobody has heard yet, rest on what she agreed to: they are over with it. Neither
-- comes back when she agrees to something else later.

-- whether anything of her is open to an organisation, in a file that is open
create function still_agreed(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from case_file f where f.case_id = p_case and case_is_open(f.status))
     and exists (select from access_grant g
                  where g.case_id = p_case and g.organisation_id = p_organisation and g.valid_from <= caller_now() and caller_now() < g.valid_until
                    and (g.ended_at is null or g.ended_at > caller_now()))
$$;

-- whether a coordinator who decides still hears a summary; of any other question it is no answer
create function summary_is_told(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select hears_summaries(p_case) and still_agreed(p_case, p_organisation)
$$;
alter policy summary on police_share using (
  kind = 'SUMMARY' and withdrawn_at is null and (select caller_is('NRM')) and summary_is_told(case_id, organisation_id));

-- for those who wait it tells which ended, since a clock runs for them; a yes has none
create or replace function interviews_end(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not (asks_her(p_case) or caller_is_system()) then
    return;
  end if;
  update interview i set ended_at = caller_now()
   where i.case_id = p_case and i.answer = 'YES' and num_nonnulls(i.ended_at, i.taken_back_at) = 0
     and not exists (select from statement s where s.interview_id = i.interview_id) and not still_agreed(i.case_id, i.organisation_id);
  return query update interview i set ended_at = caller_now()
    where i.case_id = p_case and i.ended_at is null and i.taken_back_at is null and (i.answer is null or i.answer = 'LATER')
      and (not (select case_is_open(f.status) from case_file f where f.case_id = p_case)
           or not exists (select from access_grant g where g.case_id = p_case and g.organisation_id = i.organisation_id
                             and (g.ended_at is null or g.ended_at > caller_now()) and caller_now() < g.valid_until))
    returning i.interview_id;
end $$;

create or replace function statement_record(p_id uuid, p_case uuid, p_agency text, p_taken_on date, p_medium text, p_company text[], p_interview uuid)
returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare lead boolean := caller_is('CW') and asks_her(p_case) and may('write', p_case, 2048);
begin
  if not (polices(p_case) or lead) or tied(caller_worker(), p_case) or p_taken_on > (caller_now() at time zone 'UTC')::date + 1
     or p_interview is not null and (lead or not exists (select from interview i where i.interview_id = p_interview and i.case_id = p_case
                                       and i.organisation_id = caller_organisation() and i.answer = 'YES'
                                       and num_nonnulls(i.ended_at, i.taken_back_at) = 0)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into statement (statement_id, case_id, organisation_id, by_lead, agency, taken_on, medium, company, interview_id, recorded_at, recorded_by)
    values (p_id, p_case, caller_organisation(), lead, p_agency, p_taken_on, p_medium, p_company, p_interview, caller_now(), caller_worker());
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['still_agreed(uuid, uuid)', 'summary_is_told(uuid, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function summary_is_told(uuid, uuid) to alongside_app;
revoke create on schema alongside from alongside_gatekeeper;
