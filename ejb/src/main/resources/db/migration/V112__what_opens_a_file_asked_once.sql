-- What opens a file to the caller, for the gate, in one question. Row security asked whether the caller may see the file for each grant and
-- each assignment of it; here that is asked once, and the same rows come: of one's own house, and none where the file is not seen.
create function what_opens(p_case uuid)
returns table (kind text, organisation_id uuid, worker_id uuid, referral_id uuid, team_id uuid, category smallint, said text, basis text,
               from_at timestamptz, until_at timestamptz, ended_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, alongside, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare w uuid := caller_worker(); o uuid := caller_organisation(); n timestamptz := caller_now();
begin
  if w is null or o is null or n is null then
    return;
  end if;
  if may('seen', p_case, 0) then
    return query
      select 'GRANT', g.organisation_id, g.worker_id, g.referral_id, null::uuid, g.category, g.level::text, g.basis,
             g.valid_from, case when g.valid_until = 'infinity' then timestamptz '9999-12-31' else g.valid_until end, g.ended_at
        from access_grant g
       where g.case_id = p_case and g.organisation_id = o and g.valid_until > n and (g.ended_at is null or g.ended_at > n)
      union all
      select 'ASSIGNMENT', a.organisation_id, a.worker_id, a.referral_id, a.team_id, null, null, null, a.from_at, a.until_at, null
        from assignment a
       where a.case_id = p_case and a.organisation_id = o and (a.until_at is null or a.until_at > n);
  end if;
  return query
    select 'EXCLUSION', null::uuid, null::uuid, null::uuid, null::uuid, x.category, x.part, null, null::timestamptz, null::timestamptz, null::timestamptz
      from exclusion x
     where x.case_id = p_case and x.organisation_id = o and x.lifted_at is null
    union all
    select 'CIRCLE', null, null, null, m.team_id, null, null, null, null, null, null
      from team_member m join team t using (team_id)
     where m.worker_id = w and t.organisation_id = o and (m.supervises or t.reach = 'SHIFT')
       and m.from_at <= n and (m.until_at is null or m.until_at > n)
    union all
    select 'TIE', null, null, null, null, null, null, null, null, null, null
      from conflict_declaration d where d.worker_id = w and d.case_id = p_case and d.lifted_at is null;
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function what_opens(uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function what_opens(uuid) from public;
grant execute on function what_opens(uuid) to alongside_app;
