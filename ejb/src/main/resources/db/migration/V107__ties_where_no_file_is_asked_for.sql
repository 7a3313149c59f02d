-- A tie closes what is told of her without asking for her file, too: a request to attest, an emergency access that waits for a
-- colleague or for its review, and the call to do something about any of it. An officer who is related to her reviews nothing of hers.

-- ---- the request has no case id: which are of files to which the caller has a tie is asked once a statement
create function caller_tied_attestations() returns uuid[]
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce(array_agg(a.attestation_id), '{}')
    from conflict_declaration d join consent c using (case_id) join attestation a using (consent_id)
   where d.worker_id = caller_worker() and d.lifted_at is null
$$;
create policy no_conflict on attestation as restrictive to alongside_app using (
  attestation_id <> all ((select caller_tied_attestations())::uuid[]));

-- ---- whether somebody has a tie to whom an emergency access is about: by the code that was typed, whether a file has it or not, so that
-- what is not there says nothing of that; and by the file that it opened
create function tied_to_emergency(p_worker uuid, p_access uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from conflict_declaration d
                  where d.worker_id = p_worker and d.lifted_at is null
                    and (d.case_code in (select p.code from emergency_plea p where p.emergency_access_id = p_access)
                         or d.case_id in (select f.case_id from emergency_file f where f.emergency_access_id = p_access)
                         or d.case_id in (select c.case_id from emergency_plea p join case_file c on c.case_code = p.code
                                           where p.emergency_access_id = p_access)))
$$;

create or replace function emergency_standing(p_access uuid) returns text
language plpgsql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e emergency_access; w uuid := caller_worker(); n timestamptz := caller_now();
begin
  select * into e from emergency_access where emergency_access_id = p_access;
  if not found or w is null or n is null then
    return null;
  end if;
  -- what one asked for oneself one knows already
  if e.worker_id <> w and tied_to_emergency(w, p_access) then
    return null;
  end if;
  return case
    when e.worker_id = w then 'OWN'
    when caller_is('DPO') then 'REVIEW'
    when emergency_of_lead(p_access) then 'LEAD'
    when e.organisation_id = caller_organisation() and emergency_entitled()
         and (e.decided_by = w or e.decided_by is null and not e.life_in_danger and e.ended_at is null and n < e.lapses_at) then 'COLLEAGUE'
    when e.verdict = 'MISUSE' and (caller_is('ADM') or caller_is('SUP', 'SHM') and e.organisation_id = caller_organisation()) then 'MISUSE'
    when caller_is('NRM') and e.reviewed_at is null and e.review_by <= n
         and exists (select from organisation o where o.organisation_id = caller_organisation() and o.competent_authority) then 'COORDINATOR'
  end;
end $$;

create or replace function emergency_judge(p_access uuid, p_verdict text, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare e emergency_access;
begin
  select * into e from emergency_access where emergency_access_id = p_access for update;
  if not found or emergency_standing(p_access) is distinct from 'REVIEW' or e.decided_by is not distinct from caller_worker()
     or e.opened_at is null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if e.reviewed_at is not null then
    raise exception 'reviewed meanwhile' using errcode = '40001';
  end if;
  update emergency_access set reviewed_at = caller_now(), reviewed_by = caller_worker(), verdict = p_verdict
   where emergency_access_id = p_access;
  insert into emergency_review (emergency_access_id, words) values (p_access, p_words);
  if p_verdict = 'MISUSE' and e.ended_at is null and e.open_until > caller_now() then
    perform emergency_close(p_access, 'MISUSE');
  end if;
end $$;

create or replace function emergency_trail(p_access uuid) returns table (at timestamptz, action text, category smallint, outcome text)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select a.at, a.action, a.category, a.outcome
    from emergency_access e join emergency_file f using (emergency_access_id)
    join audit_event a on a.chain_id = f.case_id and a.actor_id = e.worker_id
   where (select caller_is('DPO') and not tied_to_emergency(caller_worker(), p_access)) and e.emergency_access_id = p_access
     and a.at >= e.asked_at and a.at <= coalesce(e.ended_at, e.open_until)
   order by a.seq limit 500
$$;

-- ---- whatever a task is about, nobody is called to it who has a tie to her
alter function told_of_task(uuid, boolean) rename to told_of_task_tied_or_not;
create function told_of_task(p_subject uuid, p_about_card boolean) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told from told_of_task_tied_or_not(p_subject, p_about_card) told
   where not tied_to_emergency(told, p_subject)
     and not exists (select from attestation a join consent c using (consent_id)
                      where a.attestation_id = p_subject and tied(told, c.case_id))
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['caller_tied_attestations()', 'told_of_task(uuid, boolean)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function tied_to_emergency(uuid, uuid) from public;
grant execute on function tied_to_emergency(uuid, uuid) to alongside_gatekeeper;
