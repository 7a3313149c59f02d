-- Who is asked to find a lawyer for a court order and has no file open for it, data protection, sees the order and nothing of the file; where who leads has
-- no data protection of its own, that of the competent authority is asked, as with everything that is told without her word.

-- the houses in which a lawyer acts for her now
create function acting_lawyers(p_case uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select distinct g.organisation_id from access_grant g
   where g.case_id = p_case and g.category = 7 and g.level in ('F', 'W') and g.ended_at is null
     and g.valid_from <= caller_now() and caller_now() < g.valid_until
     and exists (select from worker w join worker_role r using (worker_id)
                  where w.organisation_id = g.organisation_id and r.role_code = 'LAW' and (w.left_at is null or w.left_at > caller_now()))
$$;
create or replace function lawyers_of(p_case uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select l from acting_lawyers(p_case) l where coalesce((select caller_is_system()), false)
$$;

-- orders that nobody can check, for the data protection of who leads
create function orders_without_lawyer()
returns table (order_id uuid, case_code text, lead_name text, kind text, authority text, reference text, received_on date, answer_on date, check_by timestamptz)
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select o.order_id, f.case_code, h.name, o.kind, o.authority, o.reference, o.received_on, o.answer_on, o.check_by
    from court_order o join case_file f using (case_id) join organisation h on h.organisation_id = f.lead_organisation_id
   where (select caller_is('DPO') and not caller_kept_apart()) and o.ended_at is null and o.advice is null
     and protects(f.lead_organisation_id, caller_organisation()) and not tied(caller_worker(), o.case_id)
     and not exists (select from acting_lawyers(o.case_id))
$$;
create index court_order_unchecked on court_order (check_by, order_id) where ended_at is null and advice is null;

-- who leads, and the organisations whose data protection is asked; for the process alone
create function court_order_lead(p_id uuid) returns uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select f.lead_organisation_id from court_order o join case_file f using (case_id)
   where coalesce((select caller_is_system()), false) and o.order_id = p_id
$$;
create function court_order_protectors(p_id uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select distinct w.organisation_id
    from court_order o join case_file f using (case_id) cross join worker w join worker_role r using (worker_id) join organisation h on h.organisation_id = w.organisation_id
   where coalesce((select caller_is_system()), false) and o.order_id = p_id and r.role_code = 'DPO' and w.kind = 'PERSON'
     and (w.left_at is null or w.left_at > caller_now()) and h.type not in ('LAW_ENFORCEMENT', 'PROSECUTION_COURT')
     and protects(f.lead_organisation_id, w.organisation_id) and not tied(w.worker_id, o.case_id)
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['acting_lawyers(uuid)', 'lawyers_of(uuid)', 'orders_without_lawyer()', 'court_order_lead(uuid)',
                           'court_order_protectors(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant execute on function lawyers_of(uuid), orders_without_lawyer(), court_order_lead(uuid), court_order_protectors(uuid) to alongside_app;
