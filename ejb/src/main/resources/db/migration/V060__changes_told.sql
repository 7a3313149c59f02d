-- Whoever has a file before them is told that something in it changed: ids only, once the transaction is committed, to every
-- server that listens. What changed is asked again through the gate.

create function tell_case() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare r record := case when tg_op = 'DELETE' then old else new end;
begin
  perform pg_notify('alongside', 'case ' || r.case_id || ' ' || tg_argv[0]);
  return null;
end $$;
comment on function tell_case() is 'Its argument: the kinds of information that the table belongs to, as a mask; -1: any';

create function tell_case_and_organisation() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_notify('alongside', 'case ' || new.case_id || ' -1 ' || new.organisation_id);
  return null;
end $$;

create function tell_card() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_notify('alongside', 'card ' || new.referral_id);
  return null;
end $$;
revoke all on function tell_case(), tell_case_and_organisation(), tell_card() from public;

-- which kinds of information a table belongs to its own policies say; what is only recorded or worked out tells nobody
do $$ declare t text; m int; begin
  for t in select c.relname from pg_class c
            where c.relnamespace = 'alongside'::regnamespace and c.relkind = 'r'
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped)
              and c.relname not in ('audit_event', 'audit_head', 'case_access', 'access_grant', 'assignment', 'referral', 'draft') loop
    select nullif(bit_or(named[1]::int), 0) into m
      from pg_policies p
     cross join lateral regexp_matches(coalesce(p.qual, '') || ' ' || coalesce(p.with_check, ''),
                                       'may\(''(?:read|min|write)''::text, case_id, (\d+)\)', 'g') named
     where p.schemaname = 'alongside' and p.tablename = t and 'alongside_app' = any (p.roles);
    execute format('create trigger told after insert or update or delete on %I for each row execute function tell_case(%L)',
                   t, coalesce(m, -1));
  end loop;
end $$;
-- what opens or closes it to one organisation is nobody else's business but the lead's
create trigger told after insert or update on access_grant for each row execute function tell_case_and_organisation();
create trigger told after insert or update on assignment for each row execute function tell_case_and_organisation();
create trigger told after insert or update on referral_card for each row execute function tell_card();
create trigger told after insert or update on referral for each row execute function tell_card();

-- ---- who is told, asked by the processes only: those to whom it is open at this moment
create function told_of_case(p_case uuid, p_mask int, p_organisation uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with held as (
         select a.holder_id, a.seen_mask & p_mask seen, a.consented_min_mask & p_mask consented from case_access a
          where (select caller_is_system()) and a.case_id = p_case
            and a.valid_from <= (select caller_now()) and (select caller_now()) < a.valid_until),
       reached as (
         select w.worker_id, h.seen, h.consented from held h join worker w on w.worker_id = h.holder_id
          union all
         select m.worker_id, h.seen, h.consented
           from held h join team t on t.team_id = h.holder_id join team_member m using (team_id)
          where (m.supervises or t.reach = 'SHIFT')
            and m.from_at <= (select caller_now()) and (m.until_at is null or m.until_at > (select caller_now())))
  select distinct w.worker_id
    from reached r join worker w using (worker_id) join organisation o using (organisation_id)
   where w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
     and (o.suspended_at is null or o.suspended_at > (select caller_now()))
     and (p_organisation is null or w.organisation_id = p_organisation
          or w.organisation_id = (select c.lead_organisation_id from case_file c where c.case_id = p_case))
     and exists (select from worker_role x join role_category k using (role_code)
                  where x.worker_id = w.worker_id
                    and case when k.access in ('F','R','W','M','E','*') then r.seen when k.access = 'C' then r.consented else 0 end
                        & (1 << k.category) <> 0)
     and not exists (select from conflict_declaration d
                      where d.worker_id = w.worker_id and d.case_id = p_case and d.lifted_at is null)
$$;

-- the card: those of the sender to whom the file is open; the recipient's people whose work is referrals, and coordinators, once sent
create function told_of_card(p_card uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select w.worker_id
    from referral r join referral_card c using (referral_id)
   cross join lateral told_of_case(r.case_id, -1, null) told join worker w on w.worker_id = told
   where r.referral_id = p_card and w.organisation_id in (c.sender_organisation_id, c.recipient_organisation_id)
   union
  select w.worker_id
    from referral_card c
    join worker w on w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
    join organisation o on o.organisation_id = w.organisation_id
     and (o.suspended_at is null or o.suspended_at > (select caller_now()))
    join worker_role x on x.worker_id = w.worker_id
   where (select caller_is_system()) and c.referral_id = p_card and c.sent_at is not null
     and (o.organisation_id = c.recipient_organisation_id
          and exists (select from role_category k where k.role_code = x.role_code and k.category = 11
                         and k.access in ('F','R','W','M','E','*'))
          or o.competent_authority and x.role_code = 'NRM')
$$;

-- a task: about the card before anything is open, all others for those to whom the file is open
create function told_of_task(p_subject uuid, p_about_card boolean) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told from told_of_card(p_subject) told where p_about_card
   union
  select told from told_of_case(coalesce((select case_id from referral where referral_id = p_subject), p_subject), -1, null) told
   where not p_about_card
$$;

-- under which ids a page may show it: the case and its referrals
create function shown_as(p_subject uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_subject
   union select referral_id from referral where (select caller_is_system()) and case_id = p_subject
   union select case_id from referral where (select caller_is_system()) and referral_id = p_subject
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['told_of_case(uuid, int, uuid)', 'told_of_card(uuid)', 'told_of_task(uuid, boolean)', 'shown_as(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
