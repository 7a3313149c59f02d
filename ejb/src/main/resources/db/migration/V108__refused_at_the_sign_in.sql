-- Who is refused before there is a caller stands in the audit, too: a worker who left or is suspended in the record of that worker,
-- anybody whom nobody here knows, and a token that does not hold, in the record of the processes. Of a token nothing is kept.
create function audit_refused_sign_in(p_subject text, p_reason text, p_session text, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  w worker;
begin
  if caller_worker() is not null or p_now is null then
    raise exception 'not for a caller' using errcode = '42501';
  end if;
  select * into w from worker where subject = p_subject and kind = 'PERSON';
  if not found then
    select * into strict w from worker where kind = 'SYSTEM';
  end if;
  perform set_config('alongside.worker', w.worker_id::text, true),
          set_config('alongside.organisation', w.organisation_id::text, true),
          set_config('alongside.now', p_now::text, true);
  perform audit_write('SIGN_IN', null, null, null, null, 'REFUSED', p_reason, p_session);
  -- nobody was let in by that
  perform set_config('alongside.worker', '', true), set_config('alongside.organisation', '', true), set_config('alongside.now', '', true);
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function audit_refused_sign_in(text, text, text, timestamptz) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function audit_refused_sign_in(text, text, text, timestamptz) from public;
grant execute on function audit_refused_sign_in(text, text, text, timestamptz) to alongside_app;

-- strangers are nobody's people: every officer reads that they knocked
create index audit_event_stranger on audit_event (at, chain_id, seq)
  where action = 'SIGN_IN' and organisation_id = '00000000-0000-4000-9000-000000000000';
create policy of_strangers on audit_event for select to alongside_app using (
  (select 'DPO' = any (caller_roles())) and action = 'SIGN_IN' and organisation_id = '00000000-0000-4000-9000-000000000000');
