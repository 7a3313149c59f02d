-- Who is told that an incident waits: those whose desk it is, by the same rule by which they may read it; never who wrote it. No file of
-- hers names it, so that who leads hears nothing of it. Added to whoever is called already, so that nobody is forgotten by it.

alter function called_besides(uuid, boolean) rename to called_besides_but_incidents;
create function called_besides(p_subject uuid, p_about_card boolean) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told from called_besides_but_incidents(p_subject, p_about_card) told
   union
  -- an incident in a house: the desks that look at it
  select w.worker_id
    from incident i
    join worker w on w.organisation_id = i.organisation_id and w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
    join worker_role r on r.worker_id = w.worker_id
   where (select caller_is_system()) and not p_about_card and i.incident_id = p_subject
     and w.worker_id <> i.recorded_by and w.worker_id is distinct from i.conduct_of
     and (r.role_code = 'SHM' and 'MANAGER' = any (i.desks)
          or r.role_code = 'SUP' and ('SUPERVISOR' = any (i.desks) or i.look_by <= (select caller_now())))
     and not exists (select from incident_person p where p.incident_id = i.incident_id and tied(w.worker_id, p.case_id))
$$;

grant create on schema alongside to alongside_gatekeeper;
alter function called_besides(uuid, boolean) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function called_besides(uuid, boolean) from public;
