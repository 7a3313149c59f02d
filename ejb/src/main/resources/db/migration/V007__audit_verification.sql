-- Verifying the whole audit: every chain, and where one is broken its first broken place.
create function audit_broken() returns table (chain_id uuid, first_broken bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select h.chain_id, audit_first_broken(h.chain_id) from audit_head h
   where 'DPO' = any (caller_roles()) and audit_first_broken(h.chain_id) is not null
$$;
create function audit_extent() returns table (chains bigint, events bigint)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select count(*), coalesce(sum(h.seq), 0)::bigint from audit_head h where 'DPO' = any (caller_roles())
$$;
grant create on schema alongside to alongside_gatekeeper;
alter function audit_broken() owner to alongside_gatekeeper;
alter function audit_extent() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function audit_broken(), audit_extent() from public;
grant execute on function audit_broken(), audit_extent() to alongside_app;
