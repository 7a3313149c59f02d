-- Nobody agrees to what they ever asked for, and nobody is asked twice for the same.

-- ---- everybody who handed the referral in, the first time or again: none of them is its second person
alter table referral add column askers uuid[];
alter table referral no force row level security;      -- the owner is bound too; for this alone not
update referral set askers = array[submitted_by];
alter table referral force row level security;
alter table referral alter column askers set not null,
  add check (submitted_by = any (askers)),
  add check (approved_by is null or approved_by <> all (askers)),
  add check (reviewed_by is null or reviewed_by <> all (askers));
comment on column referral.askers is 'Everybody who ever handed it in; submitted_by is the last of them';
grant update (askers) on referral to alongside_app;

create or replace function referral_by_party() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare
  theirs constant text[] := array['feedback', 'version'];
begin
  if caller_worker() is null then
    return new;
  end if;
  if new.recipient_organisation_id = caller_organisation() then
    if to_jsonb(new) - theirs <> to_jsonb(old) - theirs then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  elsif new.feedback is distinct from old.feedback
     or new.submitted_by is distinct from old.submitted_by and new.submitted_by is distinct from caller_worker()
     or new.askers <> old.askers and new.askers <> old.askers || caller_worker()
     or new.approved_by is distinct from old.approved_by and new.approved_by is distinct from caller_worker()
     or new.sent_back_by is distinct from old.sent_back_by and new.sent_back_by is distinct from caller_worker()
     or new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by is distinct from caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;

-- ---- the same service is asked for a case once at a time: who comes second waits for the first and then sees it
create function asked_once() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare k uuid; s uuid;
begin
  if tg_table_name = 'referral' then
    k := new.case_id;
    select service_id into s from referral_card where referral_id = new.referral_id;
  else
    s := new.service_id;
    select case_id into k from referral where referral_id = new.referral_id;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(k || '/' || s, 0));
  if exists (select from referral r join referral_card c using (referral_id)
              where r.case_id = k and c.service_id = s and r.referral_id <> new.referral_id
                and c.status in ('DRAFT','PENDING_APPROVAL','SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED','IN_SERVICE')) then
    raise exception 'asked already' using errcode = 'AL003';
  end if;
  return new;
end $$;
create trigger asked_once before insert on referral for each row execute function asked_once();
create trigger asked_once before update of service_id on referral_card
  for each row when (new.service_id is distinct from old.service_id) execute function asked_once();

grant create on schema alongside to alongside_gatekeeper;
alter function asked_once() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function asked_once() from public;
