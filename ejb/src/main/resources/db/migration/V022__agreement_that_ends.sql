-- A consent that ends while help is under way: the sender is asked in time, the recipient is told, and a newer one goes on.

insert into setting (name, value, basis) values ('consent-renewal-asked-before', '14 days', 'DL22');

alter table referral_card
  add column agreed_until     timestamptz,
  add column renewal_asked_at timestamptz,
  add column renewed_at       timestamptz;
alter table referral_card no force row level security;  -- the owner is bound too; for this alone not
alter table referral no force row level security;
alter table consent no force row level security;
update referral_card c set agreed_until = k.expires_at
  from referral r join consent k using (consent_id) where r.referral_id = c.referral_id;
alter table referral_card force row level security;
alter table referral force row level security;
alter table consent force row level security;
alter table referral_card alter column agreed_until set not null;
comment on column referral_card.agreed_until is 'When the consent ends under which it is asked: what is open closes by itself';
comment on column referral_card.renewal_asked_at is 'When the sender was asked to renew that consent; answered where renewed_at is later';
create index referral_card_ending on referral_card (agreed_until)
  where status in ('WAITLISTED','ACCEPTED','IN_SERVICE');
grant update (agreed_until, renewal_asked_at, renewed_at) on referral_card to alongside_app;

create or replace function card_by_party() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare
  theirs constant text[] := array['received_at', 'received_by', 'question', 'asked_at', 'waitlisted_at', 'waitlist_review_at',
    'accepted_at', 'accepted_by', 'contact_by', 'declined_at', 'decline_reason', 'first_contact_at', 'not_attended_at',
    'completed_at', 'outcome'];
  processes constant text[] := array['reminded_at', 'escalated_at', 'expired_at', 'renewal_asked_at'];
  always constant text[] := array['status', 'version'];
begin
  if caller_worker() is null then
    return new;
  end if;
  if caller_is_system() then
    if to_jsonb(new) - (processes || always) <> to_jsonb(old) - (processes || always)
       or new.status is distinct from old.status and new.status <> 'EXPIRED' then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif new.recipient_organisation_id = caller_organisation() then
    if to_jsonb(new) - (theirs || always || array['answer', 'answered_at']) <> to_jsonb(old) - (theirs || always || array['answer', 'answered_at'])
       or new.answer is distinct from old.answer and new.answer is not null
       or new.answered_at is distinct from old.answered_at and new.answered_at is not null
       or old.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED','IN_SERVICE')
       or new.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','DECLINED','ACCEPTED','IN_SERVICE','NO_SHOW','COMPLETED')
       or old.status in ('ACCEPTED','IN_SERVICE') and new.status not in ('ACCEPTED','IN_SERVICE','NO_SHOW','COMPLETED') then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif (select bool_or(to_jsonb(new) -> k <> to_jsonb(old) -> k) from unnest(theirs || processes) k) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;

-- ---- what was sent back, and an agreement that ends, wait for the lead, too
create or replace function next_due_of(p_case uuid) returns date
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  with waits as (
    select f.opened_at::date due from case_file f join identity_minimum i using (case_id)
     where f.case_id = p_case and i.child and not exists (select from child_notification n where n.case_id = f.case_id)
    union all
    select case c.status
             when 'DRAFT' then c.returned_at::date
             when 'PENDING_APPROVAL' then c.submitted_at::date
             when 'SENT' then c.respond_by::date when 'RECEIVED' then c.respond_by::date when 'INFO_REQUESTED' then c.respond_by::date
             when 'WAITLISTED' then c.waitlist_review_at::date
             when 'ACCEPTED' then c.contact_by::date
             when 'DECLINED' then case when r.next_chosen_at is null then c.declined_at::date end
             when 'EXPIRED' then case when r.next_chosen_at is null then c.expired_at::date end
             when 'NO_SHOW' then case when r.safety_checked_at is null then c.not_attended_at::date end
           end
      from referral r join referral_card c using (referral_id) where r.case_id = p_case
    union all
    select c.agreed_until::date
      from referral r join referral_card c using (referral_id)
     where r.case_id = p_case and c.status in ('WAITLISTED','ACCEPTED','IN_SERVICE')
       and c.renewal_asked_at > coalesce(c.renewed_at, '-infinity'))
  select coalesce(
    (select min(due) from waits),
    (select (greatest(f.opened_at, (select max(greatest(c.submitted_at, c.accepted_at, c.first_contact_at, c.completed_at, c.revoked_at))
                                      from referral r join referral_card c using (referral_id) where r.case_id = p_case))
             + interval '30 days')::date
       from case_file f where f.case_id = p_case))
$$;
drop trigger moves_next_due on referral_card;
create trigger moves_next_due after update of status, renewal_asked_at, renewed_at on referral_card
  for each row execute function follow_what_waits();
