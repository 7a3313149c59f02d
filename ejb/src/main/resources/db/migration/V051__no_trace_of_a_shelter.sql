-- Whoever helps her sees when its own part is due, never when somebody else's is: a date that moves when a shelter is asked is a
-- trace of that shelter. And of others' grants and assignments only the lead reads.

create function house_of(p_holder uuid) returns uuid
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp set plan_cache_mode = force_generic_plan as $$
  select coalesce((select organisation_id from worker where worker_id = p_holder),
                  (select organisation_id from team where team_id = p_holder))
$$;

-- what waits at one helping organisation: the first contact, a newer consent, or a look back 30 days after its last own act
create function next_due_for(p_case uuid, p_organisation uuid) returns date
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp set plan_cache_mode = force_generic_plan as $$
  select coalesce(
    (select min(case when c.status = 'ACCEPTED' and c.contact_by is not null then c.contact_by::date
                     when c.status in ('ACCEPTED','IN_SERVICE') and c.renewal_asked_at > coalesce(c.renewed_at, '-infinity')
                       then c.agreed_until::date
                     else (greatest(c.accepted_at, c.first_contact_at, c.completed_at) + interval '30 days')::date end)
       from referral r join referral_card c using (referral_id)
      where r.case_id = p_case and r.recipient_organisation_id = p_organisation and c.accepted_at is not null),
    (select (g.valid_from + interval '30 days')::date from access_grant g
      where g.case_id = p_case and g.organisation_id = p_organisation order by g.valid_from limit 1))
$$;

create or replace function keep_case_access() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform 1 from case_file c where c.case_id in (select t.case_id from touched t) order by c.case_id for no key update;
  delete from case_access a using (select distinct case_id from touched) t where a.case_id = t.case_id;
  insert into case_access
    select f.*, c.status, case when h.house = c.lead_organisation_id then c.next_due else coalesce(next_due_for(c.case_id, h.house), c.opened_at::date) end
      from (select distinct case_id from touched) t
     cross join lateral access_of_case(t.case_id, coalesce(caller_now(), clock_timestamp())) f
     cross join lateral (select house_of(f.holder_id) house) h
      join case_file c on c.case_id = t.case_id;
  return null;
end $$;

create or replace function follow_case_file() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update case_access a
     set status = new.status,
         next_due = case when house_of(a.holder_id) = new.lead_organisation_id then new.next_due else a.next_due end
   where a.case_id = new.case_id;
  return null;
end $$;

create function follow_own_referral() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update case_access a set next_due = next_due_for(a.case_id, new.recipient_organisation_id)
    from referral r join case_file c using (case_id)
   where r.referral_id = new.referral_id and a.case_id = r.case_id and house_of(a.holder_id) = new.recipient_organisation_id
     and c.lead_organisation_id <> new.recipient_organisation_id
     and next_due_for(a.case_id, new.recipient_organisation_id) is not null;
  return null;
end $$;
create trigger moves_own_due after update of status, renewal_asked_at, renewed_at on referral_card
  for each row when (new.accepted_at is not null) execute function follow_own_referral();

-- files that are there already
create function dues_anew() returns void
language sql security definer set search_path = pg_catalog, alongside, pg_temp as $$
  update case_access a set next_due = coalesce(next_due_for(a.case_id, house_of(a.holder_id)), a.next_due)
    from case_file c where c.case_id = a.case_id and c.lead_organisation_id <> house_of(a.holder_id)
$$;

drop policy reader on access_grant;
create policy reader on access_grant for select to alongside_app using (
  may('seen', case_id, 0) and (organisation_id = (select caller_organisation()) or leads(case_id)));
drop policy reader on assignment;
create policy reader on assignment for select to alongside_app using (
  may('seen', case_id, 0) and (organisation_id = (select caller_organisation()) or leads(case_id)));

grant create on schema alongside to alongside_gatekeeper;
alter function follow_own_referral() owner to alongside_gatekeeper;
alter function dues_anew() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function house_of(uuid), next_due_for(uuid, uuid), follow_own_referral() from public;
grant execute on function house_of(uuid), next_due_for(uuid, uuid) to alongside_gatekeeper;
select dues_anew();
drop function dues_anew();
