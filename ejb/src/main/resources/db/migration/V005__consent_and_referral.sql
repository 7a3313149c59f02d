-- What she agreed to share with whom, and the asking for help under it.

create table consent (
  consent_id                uuid primary key,
  case_id                   uuid not null references case_file,
  recipient_organisation_id uuid not null references organisation,
  purpose      text not null,
  categories   smallint[] not null check (cardinality(categories) > 0),
  giver        text not null,
  giver_right  text,
  giver_relation text,
  assent       text,
  medium       text not null,
  language     text not null,
  interpreter  text not null,
  witness      text check (length(witness) <= 120),
  given_at     timestamptz not null,
  expires_at   timestamptz not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid not null references worker,
  withdrawn_at timestamptz,
  withdrawn_by uuid references worker,
  version      int not null default 0,
  check (given_at < expires_at)
);
comment on table consent is 'One release, one recipient: purpose x categories x period (DOMAIN 0.4); category referrals';
create index consent_case on consent (case_id);

-- The card: what both parties may know, no case id, no identity, codes only.
create table referral_card (
  referral_id               uuid primary key,
  sender_organisation_id    uuid not null references organisation,
  recipient_organisation_id uuid not null references organisation,
  service_id          uuid not null references service,
  service_type        text not null,
  urgency             text not null,
  age_band            text not null,
  sex                 text not null,
  child               boolean not null,
  language            text not null,
  interpreter         text not null,
  accessibility       text[] not null default '{}',
  region              text not null,
  constraints         text[] not null default '{}',
  categories          smallint[] not null,
  submitted_at        timestamptz not null,
  returned_at         timestamptz,
  sent_at             timestamptz,
  remind_at           timestamptz,
  respond_by          timestamptz,
  escalate_at         timestamptz,
  expires_at          timestamptz,
  reminded_at         timestamptz,
  escalated_at        timestamptz,
  received_at         timestamptz,
  received_by         uuid references worker,
  question            text,
  asked_at            timestamptz,
  answer              text,
  answered_at         timestamptz,
  waitlisted_at       timestamptz,
  waitlist_review_at  timestamptz,
  accepted_at         timestamptz,
  accepted_by         uuid references worker,
  contact_by          timestamptz,
  declined_at         timestamptz,
  decline_reason      text,
  first_contact_at    timestamptz,
  not_attended_at     timestamptz,
  completed_at        timestamptz,
  outcome             text,
  revoked_at          timestamptz,
  revoke_reason       text,
  survivor_declined_at timestamptz,
  expired_at          timestamptz,
  error_at            timestamptz,
  status              text not null,
  version             int not null default 0
);
comment on column referral_card.categories is 'Which kinds of information open on acceptance: told to the recipient as codes, never their content';
create index referral_card_incoming on referral_card (recipient_organisation_id, status, expires_at, referral_id);
create index referral_card_overdue on referral_card (escalated_at, referral_id)
  where escalated_at is not null and status in ('SENT','RECEIVED','INFO_REQUESTED');

create table referral (
  referral_id               uuid primary key references referral_card,
  case_id                   uuid not null references case_file,
  sender_organisation_id    uuid not null references organisation,
  recipient_organisation_id uuid not null references organisation,
  consent_id                uuid not null references consent,
  follows_referral_id       uuid references referral_card,
  categories         smallint[] not null,
  approval           text not null,
  approval_reason    text,
  accompanied_by     text,
  message            text check (length(message) <= 1000),
  submitted_by       uuid not null references worker,
  approved_at        timestamptz,
  approved_by        uuid references worker,
  sent_back_at       timestamptz,
  sent_back_by       uuid references worker,
  sent_back_reason   text check (length(sent_back_reason) <= 500),
  reviewed_at        timestamptz,
  reviewed_by        uuid references worker,
  next_chosen_at     timestamptz,
  safety_checked_at  timestamptz,
  feedback           text check (length(feedback) <= 1000),
  version            int not null default 0,
  check (approved_by is distinct from submitted_by),
  check (reviewed_by is distinct from submitted_by)
);
comment on table referral is 'The case behind the card; opens to the recipient with the grants of acceptance; category referrals';
create index referral_case on referral (case_id);
create index referral_consent on referral (consent_id);

create function may_card(p_referral uuid) returns boolean
language plpgsql stable parallel safe cost 2000 security definer
set search_path = pg_catalog, alongside, pg_temp as $$
declare c uuid;
begin
  select case_id into c from referral where referral_id = p_referral;
  return found and may('seen', c, 0);
end $$;

do $$ declare t text; begin
  foreach t in array array['consent','referral_card','referral'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
  end loop;
end $$;

-- the lead reads every consent; a recipient reads the one that names it
create policy granted on consent for select to alongside_app using (
  may('read', case_id, 2048)
  or recipient_organisation_id = (select caller_organisation()) and may('seen', case_id, 0));
create policy written on consent for insert to alongside_app with check (may('write', case_id, 2048));
create policy changed on consent for update to alongside_app using (may('write', case_id, 2048));
grant update (withdrawn_at, withdrawn_by, version) on consent to alongside_app;

-- the card: to those of the sender who may see the file; to the recipient's people whose work is referrals, once sent;
-- to coordinators of a competent authority; to the process
create policy sender on referral_card for select to alongside_app using (
  sender_organisation_id = (select caller_organisation()) and may_card(referral_id));
create policy recipient on referral_card for select to alongside_app using (
  recipient_organisation_id = (select caller_organisation()) and sent_at is not null
  and (select caller_mask('seen')) & 2048 <> 0);
create policy coordinator on referral_card for select to alongside_app using (
  sent_at is not null and (select 'NRM' = any (caller_roles()) and exists (
    select from organisation o where o.organisation_id = caller_organisation() and o.competent_authority)));
create policy process on referral_card for select to alongside_app using ((select caller_is_system()));
create policy handed_in on referral_card for insert to alongside_app with check (
  sender_organisation_id = (select caller_organisation()) and (select caller_mask('write')) & 2048 <> 0);
create policy sender_changes on referral_card for update to alongside_app using (
  sender_organisation_id = (select caller_organisation()) and may_card(referral_id));
create policy recipient_changes on referral_card for update to alongside_app using (
  recipient_organisation_id = (select caller_organisation()) and sent_at is not null
  and (select caller_mask('seen')) & 2048 <> 0);
create policy process_changes on referral_card for update to alongside_app using ((select caller_is_system()));
grant update (urgency, categories, constraints, service_id, service_type, submitted_at, returned_at, sent_at, remind_at, respond_by, escalate_at, expires_at, reminded_at, escalated_at,
  received_at, received_by, question, asked_at, answer, answered_at, waitlisted_at, waitlist_review_at, accepted_at, accepted_by,
  contact_by, declined_at, decline_reason, first_contact_at, not_attended_at, completed_at, outcome, revoked_at, revoke_reason,
  survivor_declined_at, expired_at, error_at, status, version) on referral_card to alongside_app;

-- the referral: to its two parties as far as the file is open to them, nobody else; so no trace of a shelter reaches the police
create policy party on referral for select to alongside_app using (
  (select caller_organisation()) in (sender_organisation_id, recipient_organisation_id)
  and (may('read', case_id, 2048) or may('write', case_id, 2048)));
create policy handed_in on referral for insert to alongside_app with check (
  sender_organisation_id = (select caller_organisation()) and may('write', case_id, 2048));
create policy changed on referral for update to alongside_app using (
  (select caller_organisation()) in (sender_organisation_id, recipient_organisation_id)
  and (may('read', case_id, 2048) or may('write', case_id, 2048)));
grant update (categories, approval, approval_reason, accompanied_by, message, approved_at, approved_by, sent_back_at, sent_back_by, sent_back_reason, reviewed_at,
  reviewed_by, next_chosen_at, safety_checked_at, feedback, submitted_by, consent_id, version) on referral to alongside_app;

-- ---- acceptance opens exactly: what she agreed to for this recipient, what the sender chose, what the serving roles may ever see
create function open_on_acceptance(p_referral uuid, p_team uuid, p_worker uuid) returns smallint[]
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  card referral_card; r referral; c consent; opened smallint[]; n timestamptz := caller_now();
begin
  select * into card from referral_card where referral_id = p_referral for update;
  if not found or card.recipient_organisation_id is distinct from caller_organisation()
     or caller_mask('seen') & 2048 = 0
     or card.status not in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED')
     or card.status <> 'WAITLISTED' and card.expires_at <= n then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform 1 from team t join worker w using (organisation_id)
    where t.team_id = p_team and w.worker_id = p_worker and t.organisation_id = card.recipient_organisation_id and w.left_at is null;
  if not found then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into r from referral where referral_id = p_referral for update;
  select * into c from consent where consent_id = r.consent_id for share;
  if c.withdrawn_at is not null or c.expires_at <= n or c.recipient_organisation_id <> card.recipient_organisation_id
     or c.case_id <> r.case_id then
    raise exception 'consent ended' using errcode = 'AL001';
  end if;
  if exists (select from conflict_declaration d
              where d.case_id = r.case_id and d.worker_id in (p_worker, caller_worker()) and d.lifted_at is null) then
    raise exception 'conflict of interest' using errcode = 'AL002';
  end if;
  select array_agg(d.category order by d.category) into opened
    from data_category d
   where d.category = any (c.categories) and d.category = any (r.categories)
     and exists (select from role_category rc join service_role sr using (role_code)
                  where sr.service_type = card.service_type and rc.category = d.category and rc.access in ('F','R','W','M','C','E'));
  insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
    values (gen_random_uuid(), r.case_id, card.recipient_organisation_id, p_team,
            case (select reach from team where team_id = p_team) when 'SHIFT' then null else p_worker end, n, caller_worker());
  insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
    select gen_random_uuid(), r.case_id, card.recipient_organisation_id, k, 'R', 'REFERRAL', p_referral, c.consent_id, n, c.expires_at, caller_worker()
      from unnest(opened) k where k <> 11
    union all   -- its own side of the referral, to report back
    select gen_random_uuid(), r.case_id, card.recipient_organisation_id, 11, 'W', 'REFERRAL', p_referral, c.consent_id, n, c.expires_at, caller_worker();
  return coalesce(opened, '{}');
end $$;

-- ---- grants of a referral end: at once, or after completion read-only for a time and then existence alone
create function grants_end_for_referral(p_referral uuid, p_reason text, p_readable_until timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare r referral; n timestamptz := caller_now(); ended int;
begin
  select * into r from referral where referral_id = p_referral;
  if not found or not (caller_is_system() or (caller_organisation() in (r.sender_organisation_id, r.recipient_organisation_id)
                       and may('seen', r.case_id, 0))) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if p_readable_until is not null then
    insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
      select gen_random_uuid(), case_id, organisation_id, category, level, basis, referral_id, consent_id, n,
             least(valid_until, p_readable_until), caller_worker()
        from access_grant where referral_id = p_referral and ended_at is null and category <> 11 and least(valid_until, p_readable_until) > n;
    insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
      select distinct on (organisation_id) gen_random_uuid(), case_id, organisation_id, 11, 'W', basis, referral_id, consent_id, n,
             least(valid_until, p_readable_until), caller_worker()
        from access_grant where referral_id = p_referral and ended_at is null and category = 11 and least(valid_until, p_readable_until) > n;
    insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from, valid_until, given_by)
      select distinct on (organisation_id) gen_random_uuid(), case_id, organisation_id, 11, 'E', basis, referral_id, consent_id, n,
             'infinity'::timestamptz, caller_worker()
        from access_grant where referral_id = p_referral and ended_at is null and category = 11;
  end if;
  update access_grant set ended_at = n, ended_by = caller_worker(), end_reason = p_reason
   where referral_id = p_referral and ended_at is null and valid_from < n;
  get diagnostics ended = row_count;
  return ended;
end $$;

create function grants_end_for_consent(p_consent uuid) returns int
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c consent; ended int;
begin
  select * into c from consent where consent_id = p_consent;
  if not found or not may('write', c.case_id, 2048) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update access_grant set ended_at = caller_now(), ended_by = caller_worker(), end_reason = 'CONSENT_WITHDRAWN'
   where consent_id = p_consent and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;

-- ---- functions that check belong to the gatekeeper, the rest to the owner; least privileges
grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p where pronamespace = 'alongside'::regnamespace and prosecdef loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on all functions in schema alongside from public;
grant select on case_file, access_grant, assignment, conflict_declaration, case_access to alongside_app;
grant insert on case_file to alongside_app;
grant update (status, lead_team_id, lead_worker_id, next_due, version) on case_file to alongside_app;
grant execute on function caller_open, caller_worker, caller_organisation, caller_holders, caller_roles, caller_now, caller_is_system,
  caller_mask, may, may_card, lead_open, audit_write, audit_first_broken, open_on_acceptance, grants_end_for_referral,
  grants_end_for_consent, retention_purge to alongside_app;
grant execute on function caller_worker, caller_organisation, caller_holders, caller_roles, caller_now, caller_is_system, caller_mask,
  access_of, audit_hash to alongside_gatekeeper;
grant select, update on case_file to alongside_gatekeeper;   -- update: the row lock
grant select, insert, update on access_grant, audit_head to alongside_gatekeeper;
grant select, insert on assignment, audit_event to alongside_gatekeeper;
grant select, insert, update, delete on case_access to alongside_gatekeeper;
grant select on conflict_declaration to alongside_gatekeeper;
grant select, update on referral_card, referral, consent to alongside_gatekeeper;   -- update: the row lock
