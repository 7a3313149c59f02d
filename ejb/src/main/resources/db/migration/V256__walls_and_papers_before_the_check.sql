-- A wall keeps from her file who acts for the other side, and never those whose duty it is to look: data protection of the house is not walled off, and of
-- those who supervise there or manage it one who is left stays. Who of them has a conflict has it as the house has it: then the house declines.
create or replace function conflict_check_note(p_id uuid, p_matter uuid, p_opposing text, p_other_matter boolean, p_colleague boolean, p_known boolean,
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
  if must_see(m.case_id, m.organisation_id, p_apart) then
    raise exception 'must be able to see it' using errcode = 'AL256';
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

-- whether a wall around these would close the file to data protection of the house, or to the last there who supervises or manages
create function must_see(p_case uuid, p_organisation uuid, p_apart uuid[]) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with watching as (
    select w.worker_id from worker w join worker_role r using (worker_id)
     where w.organisation_id = p_organisation and r.role_code in ('SUP', 'SHM') and w.kind = 'PERSON'
       and (w.left_at is null or w.left_at > caller_now()) and not tied(w.worker_id, p_case))
  select exists (select from worker_role r where r.worker_id = any (p_apart) and r.role_code = 'DPO')
      or exists (select from watching where worker_id = any (p_apart)) and not exists (select from watching where worker_id <> all (p_apart))
$$;

-- Before the check is clear no paper of a kind that lawyers keep is brought, renamed or given another version by anybody of their house: neither into the
-- matter nor beside it, where the house has matters of hers and none of them is checked. Of others' matters this says nothing.
create function paper_after_check() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if new.organisation_id = caller_organisation()
     and (case when new.matter_id is not null
              then exists (select from matter m where m.matter_id = new.matter_id and m.organisation_id = new.organisation_id) and not checked(new.matter_id)
              else exists (select from document_reader r where r.class = new.class and r.role_code = 'LAW' and r.keeps)
                   and exists (select from matter m where m.case_id = new.case_id and m.organisation_id = new.organisation_id)
                   and not exists (select from matter m where m.case_id = new.case_id and m.organisation_id = new.organisation_id and checked(m.matter_id))
         end) then
    raise exception 'before the check for conflicts is clear' using errcode = 'AL220';
  end if;
  return new;
end $$;
drop trigger only_after_check on document;
create trigger only_after_check before insert or update of title, latest on document for each row execute function paper_after_check();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['must_see(uuid, uuid, uuid[])', 'paper_after_check()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
