-- Whether somebody acts in a matter is said of the matters of their own house that are open to them, and of no other: whoever knew the id of a matter
-- could ask whether there is one and somebody who acts in it. The processes, which no policy keeps from telling how a hearing ended, are asked nothing else.
create or replace function acts_in(p_matter uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (caller_is_system()
          or exists (select from matter m where m.matter_id = p_matter and keeps_matters(m.case_id, m.organisation_id)))
     and not exists (select from matter_counsel c
                      where c.matter_id = p_matter and c.until_at is null and c.worker_id <> caller_worker()
                        and does_it_now(c.worker_id, c.case_id) and not supervises_worker(c.worker_id))
$$;
