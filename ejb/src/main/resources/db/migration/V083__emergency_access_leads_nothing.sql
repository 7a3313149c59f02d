-- Whoever reads a file in an emergency, and is a colleague of those who lead it, leads nothing by it, and writes nothing.

-- whether the caller reads it by emergency access, and does not work on it for the lead
create function only_in_emergency(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from access_grant g
                  where g.case_id = p_case and g.organisation_id = caller_organisation() and g.worker_id = caller_worker()
                    and g.basis = 'EMERGENCY' and g.valid_from <= caller_now() and caller_now() < g.valid_until
                    and (g.ended_at is null or caller_now() < g.ended_at))
     and not exists (select from assignment a
                      where a.case_id = p_case and a.organisation_id = caller_organisation()
                        and (a.worker_id = any (caller_holders()) or a.team_id = any (caller_holders()))
                        and a.from_at <= caller_now() and (a.until_at is null or caller_now() < a.until_at))
$$;

create or replace function leads(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from case_file where case_id = p_case and lead_organisation_id = caller_organisation())
     and not only_in_emergency(p_case)
$$;

create policy not_in_emergency on case_file as restrictive for update to alongside_app using (not only_in_emergency(case_id));
create policy not_in_emergency on record_change as restrictive for insert to alongside_app with check (not only_in_emergency(case_id));

create or replace function case_take_up(p_case uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f case_file;
begin
  select * into f from case_file where case_id = p_case for no key update;
  if not found or not caller_is('SUP') or not leads(p_case) or not may('seen', p_case, 0) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if f.status <> 'REOPENED' then
    raise exception 'taken up meanwhile' using errcode = '40001';
  end if;
  update case_reopening set taken_up_at = caller_now(), taken_up_by = caller_worker() where case_id = p_case and episode_no = f.episode_no;
  update case_file set status = 'ACTIVE', version = version + 1 where case_id = p_case;
  update case_file set next_due = next_due_of(p_case) where case_id = p_case;
end $$;

-- a number or an address for mail is a way to reach her; what was written down of meeting her may be a place, and stays shut
create function contact_in_emergency(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with live as (
    select g.* from access_grant g
     where g.case_id = p_case and g.organisation_id = caller_organisation() and g.category = 1 and g.level in ('F','R','M')
       and g.valid_from <= caller_now() and caller_now() < g.valid_until and (g.ended_at is null or caller_now() < g.ended_at))
  select exists (select from live where basis = 'EMERGENCY' and worker_id = caller_worker())
     and not exists (select from live g where g.basis <> 'EMERGENCY' and g.worker_id = caller_worker())
     and not exists (select from live g join assignment a on a.case_id = g.case_id and a.organisation_id = g.organisation_id
                                                         and a.referral_id is not distinct from g.referral_id
                      where g.worker_id is null and (a.worker_id = any (caller_holders()) or a.team_id = any (caller_holders()))
                        and a.from_at <= caller_now() and (a.until_at is null or caller_now() < a.until_at))
$$;
create policy no_place_in_emergency on contact as restrictive for select to alongside_app using (
  channel in ('PHONE', 'MESSAGE', 'EMAIL') or value is null or not contact_in_emergency(case_id));

-- whatever ends the grants, the closing of the case too, ends the access that they belong to: nothing is said to be open that is not
create function emergency_ends_with_grants() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update emergency_access set ended_at = new.ended_at, ended_by = new.ended_by
   where emergency_access_id = new.emergency_access_id and ended_at is null;
  return null;
end $$;
create trigger emergency_ends after update of ended_at on access_grant for each row
  when (new.emergency_access_id is not null and new.ended_at is not null) execute function emergency_ends_with_grants();

-- a notice that something is to be done about an emergency access goes to those to whom it is theirs, as a task about a file does
create or replace function told_of_task(p_subject uuid, p_about_card boolean) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told from told_of_card(p_subject) told where p_about_card
   union
  select told from told_of_case(coalesce((select case_id from referral where referral_id = p_subject), p_subject), -1, null) told
   where not p_about_card
   union
  select told from emergency_file f cross join lateral told_of_case(f.case_id, -1, null) told
   where not p_about_card and f.emergency_access_id = p_subject
     and not exists (select from emergency_access e where e.emergency_access_id = p_subject and e.worker_id = told)
   union
  select w.worker_id
    from emergency_access e join worker w on w.kind = 'PERSON' and w.worker_id <> e.worker_id and (w.left_at is null or w.left_at > (select caller_now()))
    join worker_role r on r.worker_id = w.worker_id
   where (select caller_is_system()) and not p_about_card and e.emergency_access_id = p_subject
     and (r.role_code = 'DPO' and e.opened_at is not null
          or r.role_code in ('CW','SUP','SHM','HLT') and w.organisation_id = e.organisation_id and e.decided_at is null and not e.life_in_danger
          or e.verdict = 'MISUSE' and (r.role_code = 'ADM' or r.role_code in ('SUP','SHM') and w.organisation_id = e.organisation_id)
          or r.role_code = 'NRM' and e.reviewed_at is null and e.review_by <= (select caller_now()))
$$;

grant create on schema alongside to alongside_gatekeeper;
alter function only_in_emergency(uuid) owner to alongside_gatekeeper;
alter function contact_in_emergency(uuid) owner to alongside_gatekeeper;
alter function emergency_ends_with_grants() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function only_in_emergency(uuid), contact_in_emergency(uuid), emergency_ends_with_grants() from public;
grant execute on function only_in_emergency(uuid), contact_in_emergency(uuid) to alongside_app, alongside_gatekeeper;
