-- The next due date of a case follows what waits: the earliest of what somebody has to do about it; where nothing waits, a
-- look back 30 days after the last thing that happened. Kept by trigger, because the other organisation's act moves it too.

create function next_due_of(p_case uuid) returns date
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  with waits as (
    select f.opened_at::date due from case_file f join identity_minimum i using (case_id)
     where f.case_id = p_case and i.child and not exists (select from child_notification n where n.case_id = f.case_id)
    union all
    select case c.status
             when 'PENDING_APPROVAL' then c.submitted_at::date
             when 'SENT' then c.respond_by::date when 'RECEIVED' then c.respond_by::date when 'INFO_REQUESTED' then c.respond_by::date
             when 'WAITLISTED' then c.waitlist_review_at::date
             when 'ACCEPTED' then c.contact_by::date
             when 'DECLINED' then case when r.next_chosen_at is null then c.declined_at::date end
             when 'EXPIRED' then case when r.next_chosen_at is null then c.expired_at::date end
             when 'NO_SHOW' then case when r.safety_checked_at is null then c.not_attended_at::date end
           end
      from referral r join referral_card c using (referral_id) where r.case_id = p_case)
  select coalesce(
    (select min(due) from waits),
    (select (greatest(f.opened_at, (select max(greatest(c.submitted_at, c.accepted_at, c.first_contact_at, c.completed_at, c.revoked_at))
                                      from referral r join referral_card c using (referral_id) where r.case_id = p_case))
             + interval '30 days')::date
       from case_file f where f.case_id = p_case))
$$;

create function follow_what_waits() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c uuid; d date;
begin
  if tg_table_name = 'referral_card' then
    select case_id into c from referral where referral_id = new.referral_id;
  else
    c := new.case_id;
  end if;
  if c is not null then
    d := next_due_of(c);
    update case_file set next_due = d where case_id = c and next_due is distinct from d;
  end if;
  return null;
end $$;

create trigger moves_next_due after update of status on referral_card for each row execute function follow_what_waits();
create trigger moves_next_due after insert or update of next_chosen_at, safety_checked_at on referral
  for each row execute function follow_what_waits();
create trigger moves_next_due after insert on child_notification for each row execute function follow_what_waits();

grant create on schema alongside to alongside_gatekeeper;
alter function follow_what_waits() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function follow_what_waits(), next_due_of(uuid) from public;
grant execute on function next_due_of(uuid) to alongside_gatekeeper;
grant select on identity_minimum, child_notification to alongside_gatekeeper;
