-- To police and prosecution nobody is named who leads, who referred or who asks back: not of any file, whoever it is. An id that led to nothing in their
-- directory would say of that file alone that a house shelters her and leads, and so would a missing name. What of it is their own they read as before, and
-- everybody else what they read before. People and teams they read of their own organisation, so that no id of somebody elsewhere leads to a name or fails to.

create function lead_told(p_case uuid) returns uuid
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select f.lead_organisation_id from case_file f
   where f.case_id = p_case and (not caller_kept_apart() or f.lead_organisation_id = caller_organisation()) and may('seen', p_case, 0)
$$;
comment on function lead_told(uuid) is 'Which organisation leads, of a file that is open to the caller; to police and prosecution of none but their own';

create function led_by(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (not caller_kept_apart() or p_organisation = caller_organisation())
     and exists (select from case_file f where f.case_id = p_case and f.lead_organisation_id = p_organisation)
     and may('seen', p_case, 0)
$$;
comment on function led_by(uuid, uuid) is 'Whether that organisation leads, as lead_told says it; who may read the file is asked of those alone that fit';

create function sender_told(p_referral uuid) returns uuid
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select c.sender_organisation_id from referral_card c
   where c.referral_id = p_referral
     and (c.sender_organisation_id = caller_organisation() and may_card(c.referral_id)
          or not caller_kept_apart()
             and (c.recipient_organisation_id = caller_organisation() and c.sent_at is not null and caller_mask('seen') & 2048 <> 0
                  or caller_is_system() or caller_is('NRM')))
$$;
comment on function sender_told(uuid) is 'Who referred, for its two parties, coordinators and the process; to police and prosecution nobody but their own';

create function asking_told(p_attestation uuid) returns uuid
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select a.asking_organisation_id from attestation a
   where a.attestation_id = p_attestation and (a.asking_organisation_id = caller_organisation() or not caller_kept_apart())
$$;
comment on function asking_told(uuid) is 'Who asks back what was shared; to police and prosecution nobody but their own';

-- the columns themselves are the database's, which also writes them: whoever opens, refers or asks back is who acts
alter table case_file alter lead_organisation_id set default caller_organisation();
alter table referral_card alter sender_organisation_id set default caller_organisation();
alter table referral alter sender_organisation_id set default caller_organisation();
alter table attestation alter asking_organisation_id set default caller_organisation();
do $$ declare t text; hidden text; named text; begin
  foreach t in array array['case_file', 'referral_card', 'referral', 'attestation'] loop
    hidden := case t when 'case_file' then 'lead_organisation_id' when 'attestation' then 'asking_organisation_id' else 'sender_organisation_id' end;
    select string_agg(quote_ident(attname), ', ' order by attnum) into named from pg_attribute
     where attrelid = t::regclass and attnum > 0 and not attisdropped and attname <> hidden;
    execute format('revoke select on %I from alongside_app', t);
    execute format('grant select (%s) on %I to alongside_app', named, t);
  end loop;
end $$;

drop policy apart on organisation;
create policy apart on organisation as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or shown_inside(organisation_id));
drop policy apart on worker;
create policy apart on worker as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or organisation_id = (select caller_organisation()) or kind = 'SYSTEM');
drop policy apart on worker_role;
create policy apart on worker_role as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or exists (select from worker w where w.worker_id = worker_role.worker_id));
drop policy apart on team;
create policy apart on team as restrictive for select to alongside_app using (
  not (select caller_kept_apart()) or organisation_id = (select caller_organisation()));
drop function shown_by_name(uuid);

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['lead_told(uuid)', 'led_by(uuid, uuid)', 'sender_told(uuid)', 'asking_told(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;

-- what their supervisors count of what they were asked for they count over everybody who asked
create or replace view referral_counted with (security_invoker = true) as
  select side, house, measure, grain, period,
         case when side = 'RECEIVED' and (select caller_kept_apart()) then '00000000-0000-0000-0000-000000000000' else partner end partner, service_type, key, n
    from referral_count
  union all
  select c.side, c.house, c.measure, c.grain, c.period,
         case when c.side = 'RECEIVED' and (select caller_kept_apart()) then '00000000-0000-0000-0000-000000000000' else c.partner end, x.service_type, c.key, x.n
    from referral_count_change x
   cross join lateral counted(x.sent_on, x.sender, x.recipient, x.service_type, x.state, x.reason, x.accepted, x.answer, x.contact) c;
create or replace function waiting_now(p_house uuid)
returns table (service_type text, sender uuid, recipient uuid, status text, sent_on date, late boolean, n bigint)
language plpgsql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not coalesce(caller_coordinates() or caller_supervises() and p_house = caller_organisation(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return query
    select c.service_type,
           case when caller_kept_apart() and c.sender_organisation_id <> caller_organisation() then '00000000-0000-0000-0000-000000000000'::uuid
                else c.sender_organisation_id end,
           c.recipient_organisation_id, c.status, (c.sent_at at time zone 'UTC')::date,
           coalesce(case c.status when 'WAITLISTED' then c.waitlist_review_at when 'ACCEPTED' then c.contact_by else c.respond_by end
                    <= caller_now(), false), count(*)
      from referral_card c
     where c.status in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED') and c.sent_at is not null
       and (p_house is null or p_house in (c.sender_organisation_id, c.recipient_organisation_id))
     group by 1, 2, 3, 4, 5, 6;
end $$;
