-- That a need at a hearing is seen to is told to her lawyer, and by whom it is not: houses that shelter were never named, so whoever was not named sheltered
-- her. Who leads reads whose help it is, and each house its own.
alter policy known on hearing_support using (
  exists (select from hearing_minimum h where h.matter_id = hearing_support.matter_id
                                          and (hearing_support.organisation_id = (select caller_organisation()) or leads(h.case_id)))
  and may_name(case_id, organisation_id));

-- A wall has somebody behind it: nobody named is a conflict, also past the door
create or replace function conflict_check_note(p_id uuid, p_matter uuid, p_opposing text, p_other_matter boolean, p_colleague boolean, p_known boolean,
                                    p_apart uuid[]) returns text
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare m matter; code text; outcome text; apart uuid[] := array(select distinct one from unnest(p_apart) one where one is not null);
begin
  select * into m from matter where matter_id = p_matter for no key update;
  if m.matter_id is null or m.organisation_id <> caller_organisation() or not may('write', m.case_id, 128) or not acts_in(p_matter) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if exists (select from matter_declined d where d.matter_id = p_matter) then
    raise exception 'declined' using errcode = 'AL221';
  end if;
  if exists (select from unnest(apart) one
              where one = caller_worker() or not exists (select from worker w where w.worker_id = one and w.organisation_id = m.organisation_id)) then
    raise exception 'not of this house' using errcode = 'AL225';
  end if;
  if must_see(m.case_id, m.organisation_id, apart) then
    raise exception 'must be able to see it' using errcode = 'AL256';
  end if;
  outcome := case when not (p_other_matter or p_colleague or p_known) then 'CLEAR'
                  when p_known or cardinality(apart) = 0 then 'CONFLICT' else 'WALL' end;
  insert into conflict_check (check_id, matter_id, case_id, organisation_id, opposing, other_matter, colleague, known, result, checked_at, checked_by)
    values (p_id, p_matter, m.case_id, m.organisation_id, p_opposing, p_other_matter, p_colleague, p_known, outcome, caller_now(), caller_worker());
  if outcome = 'WALL' then
    select case_code into code from case_file where case_id = m.case_id;
    insert into conflict_declaration (tie_id, worker_id, case_id, case_code, tie, declared_at, declared_by)
      select gen_random_uuid(), one, m.case_id, code, 'OTHER', caller_now(), caller_worker()
        from unnest(apart) one where not tied(one, m.case_id);
  elsif outcome = 'CONFLICT' then
    insert into matter_declined (matter_id, case_id, organisation_id, declined_at)
      values (p_matter, m.case_id, m.organisation_id, caller_now());
  end if;
  return outcome;
end $$;
