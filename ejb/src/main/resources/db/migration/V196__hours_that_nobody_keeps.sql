-- A session is planned with somebody whose agreement holds while it is written, not before: taken back in the same second, it is taken back first.
-- An hour at which somebody has come, or stayed away, is not moved any more, also where others of the group are still to be told of. And an hour of
-- which nobody may say anything any more is over and nobody's; before, it stayed among what is to be said for ever.

create or replace function session_plan(p_session uuid, p_sitting uuid, p_case uuid, p_counsellor uuid, p_type text, p_modality text, p_place text,
                                        p_interpreter text, p_starts timestamptz, p_ends timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); o uuid := caller_organisation(); r uuid;
begin
  perform 1 from case_file where case_id = p_case for no key update;
  if not coalesce(caller_is('COU') and may('write', p_case, 64), false)
     or p_ends - p_starts > (select value from setting where name = 'session-longest')
     or p_starts < n - (select value from setting where name = 'session-recorded-late') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if not counsels(p_counsellor, p_case) then
    raise exception 'not on the case' using errcode = 'AL060';
  end if;
  select g.referral_id into r from access_grant g
   where g.case_id = p_case and g.organisation_id = o and g.category = 6 and g.level in ('F','W')
     and g.valid_from <= n and n < g.valid_until and (g.ended_at is null or n < g.ended_at)
   order by g.referral_id is null, g.valid_from desc limit 1;
  insert into sitting (sitting_id, organisation_id, counsellor_id, starts_at, ends_at, planned_by, planned_at)
    values (p_sitting, o, p_counsellor, p_starts, p_ends, caller_worker(), n);
  insert into counselling_session (session_id, sitting_id, case_id, organisation_id, counsellor_id, referral_id, type, modality, place, interpreter,
                                   planned_at)
    values (p_session, p_sitting, p_case, o, p_counsellor, r, p_type, p_modality, p_place, p_interpreter, n);
end $$;

create function nobody_has_come() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if caller_worker() is not null and current_user <> 'alongside_gatekeeper'
     and exists (select from counselling_session s where s.sitting_id = new.sitting_id and s.attendance in ('ATTENDED', 'REMOTE', 'NO_SHOW')) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger nobody_has_come before update of starts_at, ends_at on sitting
  for each row when ((new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at)) execute function nobody_has_come();

-- whether counselling of her is there at all for a counsellor who still works here, by their own name or as one of those on whose team she is
create function counselling_reaches(p_worker uuid, p_case uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from worker w where w.worker_id = p_worker and (w.left_at is null or w.left_at > caller_now()))
     and exists (select from case_access a
                  where a.case_id = p_case and a.seen_mask & 64 <> 0 and a.valid_from <= caller_now() and caller_now() < a.valid_until
                    and (a.holder_id = p_worker
                         or exists (select from team t join team_member m using (team_id)
                                     where t.team_id = a.holder_id and m.worker_id = p_worker and (m.supervises or t.reach = 'SHIFT')
                                       and m.from_at <= caller_now() and (m.until_at is null or caller_now() < m.until_at))))
$$;

create or replace function sitting_waits(p_sitting uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := caller_now(); h sitting;
begin
  if not coalesce(caller_is_system(), false) then
    return false;
  end if;
  select * into h from sitting where sitting_id = p_sitting for no key update;
  if not found or h.recorded_at is not null then
    return false;
  end if;
  if exists (select from counselling_session s
              where s.sitting_id = p_sitting and s.attendance = 'PLANNED' and counselling_reaches(s.counsellor_id, s.case_id)) then
    return true;
  end if;
  if h.ends_at > n then
    return false;
  end if;
  update sitting set recorded_at = n, version = version + 1,
                     given_up_at = case when not exists (select from counselling_session s
                                                          where s.sitting_id = p_sitting and s.attendance in ('ATTENDED', 'REMOTE', 'NO_SHOW')) then n end
   where sitting_id = p_sitting;
  return false;
end $$;

revoke all on function nobody_has_come(), counselling_reaches(uuid, uuid) from public;
grant execute on function counselling_reaches(uuid, uuid) to alongside_gatekeeper;

-- asked whenever a referral ends
create index counselling_session_referral on counselling_session (referral_id) where attendance = 'PLANNED';
