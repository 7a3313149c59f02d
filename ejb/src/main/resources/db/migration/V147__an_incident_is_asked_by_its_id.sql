-- Who reads an incident is asked of the incident itself: a row that somebody made up is no longer answered. And two desks are two people.

-- as the policy asks it, of one that is there; whoever asks about an id that is not theirs is told no, as of one that is not there
create function reads_incident(p_incident uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce((
    select i.organisation_id = caller_organisation() and i.conduct_of is distinct from caller_worker()
       and (caller_is('SHM')
            or caller_is('SHS') and (i.kind <> 'STAFF_CONDUCT' or i.recorded_by = caller_worker())
            or caller_is('SUP') and ('SUPERVISOR' = any (i.desks)
                 or i.look_by <= caller_now() and not exists (select from incident_look l where l.incident_id = i.incident_id
                                                                 and l.desk = 'MANAGER' and l.looked_by <> caller_worker())))
       and not exists (select from incident_person p where p.incident_id = i.incident_id and tied(caller_worker(), p.case_id))
      from incident i where i.incident_id = p_incident), false)
$$;
drop policy own on incident;
create policy own on incident for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM', 'SUP')) and reads_incident(incident_id));
drop function reads_incident(incident);

-- whoever has looked for one desk does not look for the other, whatever else they are
create function looked_at_incident(p_incident uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from incident_look where incident_id = p_incident and looked_by = caller_worker())
$$;
create policy by_two on incident_look as restrictive for insert to alongside_app with check (not looked_at_incident(incident_id));

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['reads_incident(uuid)', 'looked_at_incident(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
