-- The orders that nobody has checked, where a house of lawyers does not act for her any more: what she took back may be something else that it was told.
create function court_orders_left(p_case uuid, p_house uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select o.order_id from court_order o
   where o.case_id = p_case and num_nonnulls(o.advice, o.ended_at) = 0 and asks_her(p_case)
     and exists (select from worker w join worker_role r using (worker_id) where w.organisation_id = p_house and r.role_code = 'LAW')
     and not exists (select from acting_lawyers(p_case) l where l = p_house)
   order by o.noted_at, o.order_id
$$;

grant create on schema alongside to alongside_gatekeeper;
alter function court_orders_left(uuid, uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function court_orders_left(uuid, uuid) from public;
grant execute on function court_orders_left(uuid, uuid) to alongside_app;
