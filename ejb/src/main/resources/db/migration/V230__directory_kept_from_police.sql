-- Police and prosecution read in the directory what they may deal with, and no house that shelters: not its name, its people, its help or how many there
-- are, whatever is asked of the database in a transaction of theirs. A house that itself referred somebody to them they know by name, since it told them;
-- what is within it they do not read. Everybody else reads what they read before, the processes and whoever signs in, too.

-- whether the caller is of police or of prosecution, by what they do or by the organisation that they work for; said once, when the caller is set
create function caller_kept_apart() returns boolean stable parallel safe
  return coalesce(pg_catalog.current_setting('alongside.apart', true), '') = 'yes';

create or replace function caller_open(p_worker uuid, p_organisation uuid, p_roles text[], p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  k text; apart boolean; h uuid[]; s int; m int; r int; c int; w int;
begin
  if caller_worker() is not null then
    raise exception 'caller already set' using errcode = '42501';
  end if;
  if p_now is null then
    raise exception 'no time given' using errcode = '42501';
  end if;
  select e.kind, o.type in ('LAW_ENFORCEMENT', 'PROSECUTION_COURT') into k, apart
    from worker e join organisation o using (organisation_id)
   where e.worker_id = p_worker and e.organisation_id = p_organisation and (e.left_at is null or e.left_at > p_now);
  if not found then
    raise exception 'unknown caller' using errcode = '42501';
  end if;
  if k = 'SYSTEM' and p_roles <> '{}' then
    raise exception 'the system has no role' using errcode = '42501';
  end if;
  -- one's own id, the shifts one belongs to, the teams one supervises
  select array[p_worker] || coalesce(array_agg(tm.team_id), '{}') into h
    from team_member tm join team t using (team_id)
   where tm.worker_id = p_worker and t.organisation_id = p_organisation and (tm.supervises or t.reach = 'SHIFT')
     and tm.from_at <= p_now and (tm.until_at is null or tm.until_at > p_now);
  select coalesce(bit_or(1 << category) filter (where access in ('F','R','W','M','E','*')), 0),
         coalesce(bit_or(1 << category) filter (where access in ('F','R','M','*')), 0),
         coalesce(bit_or(1 << category) filter (where access in ('F','R','*')), 0),
         coalesce(bit_or(1 << category) filter (where access = 'C'), 0),
         coalesce(bit_or(1 << category) filter (where access in ('F','W','*')), 0)
    into s, m, r, c, w
    from role_category where role_code = any (p_roles);
  perform set_config('alongside.worker', p_worker::text, true),
          set_config('alongside.organisation', p_organisation::text, true),
          set_config('alongside.holders', h::text, true),
          set_config('alongside.roles', p_roles::text, true),
          set_config('alongside.now', p_now::text, true),
          set_config('alongside.system', case k when 'SYSTEM' then 'yes' else 'no' end, true),
          set_config('alongside.apart', case when apart or p_roles && '{LEL,PRL}' then 'yes' else 'no' end, true),
          set_config('alongside.seen', s::text, true),
          set_config('alongside.min', m::text, true),
          set_config('alongside.read', r::text, true),
          set_config('alongside.conditional', c::text, true),
          set_config('alongside.write', w::text, true);
end $$;

-- what is within an organisation: of the caller's own, and of those that shelter nobody
create function shown_inside(p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() or not shelters(p_organisation)
$$;
-- that there is such an organisation: also one that itself referred somebody to the caller's
create function shown_by_name(p_organisation uuid) returns boolean
language sql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select shown_inside(p_organisation)
      or exists (select from referral_card c where c.sender_organisation_id = p_organisation and c.recipient_organisation_id = caller_organisation()
                    and c.sent_at is not null)
$$;

create policy apart on organisation as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or shown_by_name(organisation_id));
create policy apart on worker as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or shown_by_name(organisation_id));
create policy apart on worker_role as restrictive for select to alongside_app using (
  not (select caller_kept_apart())
  or exists (select from worker w where w.worker_id = worker_role.worker_id and shown_inside(w.organisation_id)));
create policy apart on team as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or shown_inside(organisation_id));
create policy apart on team_member as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or exists (select from team t where t.team_id = team_member.team_id));
create policy apart on service as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or shown_inside(organisation_id));
create policy apart on service_hours as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or exists (select from service s where s.service_id = service_hours.service_id));
create policy apart on closed_day as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or shown_inside(organisation_id));

-- whoever asks whether a certain organisation shelters is answered as of one that there is not
create or replace function told_by_her_word(p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select not caller_kept_apart()
     and (shelters(p_organisation)
          or exists (select from organisation where organisation_id = p_organisation and type in ('LAW_ENFORCEMENT', 'PROSECUTION_COURT')))
$$;
create or replace function may_name(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 3000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() or leads(p_case) or may('min', p_case, 4)
      or not shelters(p_organisation)
         and (not caller_kept_apart() or exists (select from organisation o where o.organisation_id = p_organisation))
$$;
revoke execute on function shelters(uuid) from alongside_app;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['shown_inside(uuid)', 'shown_by_name(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function caller_kept_apart() from public;
grant execute on function caller_kept_apart() to alongside_app, alongside_gatekeeper;
