-- A matter goes to nobody who cannot open her file: being of the same team is not enough, where its files open to those assigned. And whoever is counsel and
-- has her file no more, since it was given to a colleague, keeps that colleague from nothing.

create or replace function can_be_counsel(p_worker uuid, p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from worker w join worker_role r using (worker_id)
                  where w.worker_id = p_worker and w.organisation_id = p_organisation and r.role_code = 'LAW')
     and does_it_now(p_worker, p_case)
     and exists (select from case_access a
                  where a.case_id = p_case and a.valid_from <= caller_now() and a.valid_until > caller_now() and a.write_mask & 128 <> 0
                    and (a.holder_id = p_worker
                         or exists (select from team t join team_member m using (team_id)
                                     where t.team_id = a.holder_id and m.worker_id = p_worker and (m.supervises or t.reach = 'SHIFT')
                                       and m.from_at <= caller_now() and (m.until_at is null or m.until_at > caller_now()))))
$$;

create or replace function acts_in(p_matter uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (caller_is_system()
          or exists (select from matter m where m.matter_id = p_matter and keeps_matters(m.case_id, m.organisation_id)))
     and not exists (select from matter_counsel c
                      where c.matter_id = p_matter and c.until_at is null and c.worker_id <> caller_worker()
                        and can_be_counsel(c.worker_id, c.case_id, c.organisation_id) and not supervises_worker(c.worker_id))
$$;
