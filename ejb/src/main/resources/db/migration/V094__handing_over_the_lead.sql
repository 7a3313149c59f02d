-- Handing over the lead of a case to another organisation (DOMAIN 0.8, 0.12): a caseworker offers it, a supervisor who never did
-- agrees, the other house's supervisor accepts, and only then responsibility moves, with everything that hangs on it, at once.

insert into setting (name, value, basis) values
  ('handover-approved-within', '3 days', 'design recommendation'),
  ('handover-looked-at-after', '3 days', 'design recommendation'),
  ('handover-expires-after', '7 days', 'DL21, ROUTINE'),
  ('handover-settled-within', '3 days', 'design recommendation');

-- The card: what both houses may know, no case id, no identity, codes and counts only.
create table handover_card (
  handover_id          uuid primary key,
  from_organisation_id uuid not null references organisation,
  to_organisation_id   uuid not null references organisation,
  reason         text not null,
  age_band       text not null,
  sex            text not null,
  child          boolean not null,
  language       text not null,
  interpreter    text not null,
  accessibility  text[] not null default '{}',
  region         text not null,
  constraints    text[] not null default '{}',
  open_referrals smallint not null check (open_referrals >= 0),
  open_steps     smallint not null check (open_steps >= 0),
  open_hearings  smallint not null check (open_hearings >= 0),
  status         text not null check (status in ('PROPOSED','SENT_BACK','OFFERED','ACCEPTED','DECLINED','EXPIRED','WITHDRAWN')),
  proposed_at    timestamptz not null,
  proposed_by    uuid not null references worker,
  approved_at    timestamptz,
  approved_by    uuid references worker,
  look_at        timestamptz,
  expires_at     timestamptz,
  decided_at     timestamptz,
  decided_by     uuid references worker,
  decline_reason text,
  version        int not null default 0,
  check (from_organisation_id <> to_organisation_id),
  check (approved_by <> proposed_by and num_nonnulls(approved_at, look_at, expires_at) = 3
         or approved_by is null and num_nonnulls(approved_at, look_at, expires_at) = 0),
  check (approved_at is not null or status in ('PROPOSED','SENT_BACK','WITHDRAWN')),
  check ((status in ('PROPOSED','OFFERED')) = (decided_at is null)),
  check ((status = 'DECLINED') = (decline_reason is not null))
);
comment on table handover_card is 'An offer to lead a case, as both houses may know it: nothing that says who she is';
comment on column handover_card.look_at is 'When it should have been answered, and the supervisor who let it go out is asked to look';
comment on column handover_card.decided_at is 'When it was sent back, accepted, declined, taken back, or ran out';
create index handover_card_incoming on handover_card (to_organisation_id, expires_at) where status = 'OFFERED';

create table handover (
  handover_id    uuid primary key references handover_card,
  case_id        uuid not null references case_file,
  message        text check (length(message) <= 2000),
  sent_back_words text check (length(sent_back_words) <= 500),
  withdraw_reason text,
  consent_id     uuid references consent,
  new_worker_id  uuid references worker,
  ended_at       timestamptz,
  unique (handover_id, case_id)
);
comment on table handover is 'The case behind the card; category referrals, for who leads it now: after acceptance the new lead';
comment on column handover.consent_id is 'Her word under which the lead moved';
create unique index handover_undecided on handover (case_id) where ended_at is null;
create index handover_case on handover (case_id);

create table handover_item (
  handover_id uuid not null,
  case_id     uuid not null,
  item        text not null,
  not_done    text,
  primary key (handover_id, item),
  foreign key (handover_id, case_id) references handover (handover_id, case_id)
);
comment on table handover_item is 'The checklist, as it was when the lead was offered; category referrals';
comment on column handover_item.not_done is 'Why it is not done, a code; null: it is done';
create index handover_item_case on handover_item (case_id);

-- ---- what the policies and acts ask
-- who may lead: admitted and under an agreement that runs, with a caseworker and a supervisor who work there; never the police
create function may_lead(p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from organisation o
                  where o.organisation_id = p_organisation and o.organisation_id <> process_house()
                    and o.type not in ('LAW_ENFORCEMENT', 'PROSECUTION_COURT')
                    and o.vetted_at is not null and (o.suspended_at is null or o.suspended_at > caller_now())
                    and o.agreement_until >= (caller_now() at time zone 'UTC')::date)
     and (select count(distinct r.role_code) from worker w join worker_role r using (worker_id)
           where w.organisation_id = p_organisation and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now())
             and r.role_code in ('CW', 'SUP')) = 2
$$;

-- her latest word to this house about having it lead, less what she keeps from it: all of a kind, or all but the least of one that
-- is led whole. Who may not read her consents finds none
create function word_to_lead(p_case uuid, p_organisation uuid) returns table (consent_id uuid, categories smallint[])
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select c.consent_id, array(
           select unnest(c.categories)
           except
           select x.category from exclusion x
            where x.case_id = p_case and x.organisation_id = p_organisation and x.lifted_at is null
              and (x.part = 'WHOLE' or x.category <> 7))
    from consent c
   where c.case_id = p_case and c.recipient_organisation_id = p_organisation and c.purpose = 'CASE_MANAGEMENT'
     and c.withdrawn_at is null and c.given_at <= caller_now() and caller_now() < c.expires_at
     and not exists (select from consent later
                      where later.case_id = c.case_id and later.purpose = c.purpose
                        and later.recipient_organisation_id = c.recipient_organisation_id
                        and (later.given_at, later.recorded_at, later.consent_id) > (c.given_at, c.recorded_at, c.consent_id))
$$;

-- it must leave what nobody can lead without: who she is, how to reach her, what is known of her situation, her safety and her plan
create function agreed_to_lead(p_case uuid, p_organisation uuid) returns uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select w.consent_id from word_to_lead(p_case, p_organisation) w where w.categories @> '{0,1,3,9,10}'::smallint[]
$$;

-- whether it may lead this case, with somebody to name and somebody to supervise them who have no tie to her: one answer, so that
-- nobody learns of a tie. For those who lead it alone
create function may_lead_case(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select leads(p_case) and may('seen', p_case, 0) and may_lead(p_organisation)
     and (select count(distinct r.role_code) from worker w join worker_role r using (worker_id)
           where w.organisation_id = p_organisation and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now())
             and r.role_code in ('CW', 'SUP') and not tied(w.worker_id, p_case)) = 2
$$;

create function may_handover(p_handover uuid) returns boolean
language plpgsql stable parallel safe cost 2000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare c uuid;
begin
  select case_id into c from handover where handover_id = p_handover;
  return found and may('read', c, 2048) and leads(c);
end $$;

do $$ declare t text; begin
  foreach t in array array['handover_card', 'handover', 'handover_item'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
end $$;

create policy lead on handover_card for select to alongside_app using (
  from_organisation_id = (select caller_organisation()) and may_handover(handover_id));
create policy new_lead on handover_card for select to alongside_app using (
  to_organisation_id = (select caller_organisation()) and may_handover(handover_id));
-- who offered it or let it go out is told how it ended, when the file is theirs no more
create policy author on handover_card for select to alongside_app using (
  from_organisation_id = (select caller_organisation()) and (select caller_worker()) in (proposed_by, approved_by));
create policy recipient on handover_card for select to alongside_app using (
  to_organisation_id = (select caller_organisation()) and approved_at is not null and (select caller_is('SUP')));
create policy process on handover_card for select to alongside_app using ((select caller_is_system()));
create policy proposed on handover_card for insert to alongside_app with check (
  from_organisation_id = (select caller_organisation()) and proposed_by = (select caller_worker()) and caller_is('CW')
  and status = 'PROPOSED' and may_lead(to_organisation_id));

-- the card has no case id: which cards are of files to which the caller has a tie is asked once a statement
create function caller_tied_handovers() returns uuid[]
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select coalesce(array_agg(h.handover_id), '{}') from conflict_declaration d join handover h using (case_id)
   where d.worker_id = caller_worker() and d.lifted_at is null
$$;
create policy no_conflict on handover_card as restrictive to alongside_app using (
  handover_id <> all ((select caller_tied_handovers())::uuid[]));

create policy lead on handover for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy proposed on handover for insert to alongside_app with check (
  may('write', case_id, 2048) and leads(case_id) and caller_is('CW')
  and ended_at is null and consent_id is null and new_worker_id is null
  and exists (select from case_file f where f.case_id = handover.case_id and f.status = 'ACTIVE')
  and not exists (select from closing k where k.case_id = handover.case_id
                     and k.withdrawn_at is null and k.sent_back_at is null and k.approved_at is null)
  and exists (select from handover_card c where c.handover_id = handover.handover_id and c.status = 'PROPOSED'
                     and c.proposed_by = (select caller_worker()) and may_lead_case(handover.case_id, c.to_organisation_id)));
create policy lead on handover_item for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy proposed on handover_item for insert to alongside_app with check (
  may('write', case_id, 2048) and leads(case_id)
  and exists (select from handover_card c where c.handover_id = handover_item.handover_id and c.status = 'PROPOSED'
                     and c.proposed_by = (select caller_worker())));
create trigger only_while_open before insert on handover for each row execute function only_while_open();
create trigger told after insert or update or delete on handover for each row execute function tell_lead();
create trigger told after insert or update or delete on handover_item for each row execute function tell_lead();

-- ---- the acts. Whoever decides holds her word first, the card second and the file last, as in referrals: no two wait for each other
create function handover_hold(p_handover uuid, p_party text, p_status text) returns handover_card
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare h handover; card handover_card;
begin
  select * into h from handover where handover_id = p_handover;
  select * into card from handover_card where handover_id = p_handover;
  -- before anything is held, so that to whom it is not theirs it is as if it were not there
  if h.handover_id is null
     or not coalesce(p_party = 'LEAD' and caller_is('CW', 'SUP') and may_handover(p_handover)
                     or p_party = 'OTHER' and caller_is('SUP') and card.to_organisation_id = caller_organisation()
                        and card.approved_at is not null and not tied(caller_worker(), h.case_id)
                     or p_party = 'PROCESS' and caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  perform 1 from consent where consent_id in (
    select agreed_to_lead(h.case_id, k.to_organisation_id) from handover_card k where k.handover_id = p_handover) for share;
  select * into card from handover_card where handover_id = p_handover for update;
  perform 1 from case_file where case_id = h.case_id for no key update;
  if p_status is not null and card.status <> p_status then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  return card;
end $$;

create function handover_end(p_handover uuid, p_status text, p_decline text) returns void
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare c uuid;
begin
  update handover_card set status = p_status, decided_at = caller_now(), decided_by = caller_worker(), decline_reason = p_decline,
                           version = version + 1
   where handover_id = p_handover;
  update handover set ended_at = caller_now() where handover_id = p_handover returning case_id into c;
  update case_file set status = 'ACTIVE', version = version + 1 where case_id = c and status = 'TRANSFER_PENDING';
end $$;

create function handover_send_back(p_handover uuid, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare card handover_card := handover_hold(p_handover, 'LEAD', 'PROPOSED');
begin
  if not caller_is('SUP') or card.proposed_by = caller_worker() then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update handover set sent_back_words = p_words where handover_id = p_handover;
  perform handover_end(p_handover, 'SENT_BACK', null);
end $$;

create function handover_approve(p_handover uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare card handover_card := handover_hold(p_handover, 'LEAD', 'PROPOSED'); c uuid; n timestamptz := caller_now();
begin
  select case_id into c from handover where handover_id = p_handover;
  if not caller_is('SUP') or card.proposed_by = caller_worker()
     or not may_lead_case(c, card.to_organisation_id) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if agreed_to_lead(c, card.to_organisation_id) is null then
    raise exception 'consent ended' using errcode = 'AL001';
  end if;
  update case_file set status = 'TRANSFER_PENDING', version = version + 1 where case_id = c and status = 'ACTIVE';
  if not found then
    raise exception 'closed meanwhile' using errcode = '40001';
  end if;
  update handover_card set status = 'OFFERED', approved_at = n, approved_by = caller_worker(), version = version + 1,
         look_at = n + (select value from setting where name = 'handover-looked-at-after'),
         expires_at = n + (select value from setting where name = 'handover-expires-after')
   where handover_id = p_handover;
end $$;

-- by who leads; by the process, and by who records her taking back her word or closes the case, in that same transaction
create function handover_withdraw(p_handover uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare card handover_card := handover_hold(p_handover, 'LEAD', null);
begin
  if card.status not in ('PROPOSED', 'OFFERED') then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  update handover set withdraw_reason = p_reason where handover_id = p_handover;
  perform handover_end(p_handover, 'WITHDRAWN', null);
end $$;

create function handover_expire(p_handover uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare card handover_card := handover_hold(p_handover, 'PROCESS', null);
begin
  if card.status <> 'OFFERED' or card.expires_at > caller_now() then
    return false;
  end if;
  perform handover_end(p_handover, 'EXPIRED', null);
  return true;
end $$;

create function handover_decline(p_handover uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform handover_hold(p_handover, 'OTHER', 'OFFERED');
  perform handover_end(p_handover, 'DECLINED', p_reason);
end $$;

-- responsibility moves, with all that hangs on it; the old lead keeps no more than other grants say
create function handover_accept(p_handover uuid, p_team uuid, p_worker uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare
  card handover_card := handover_hold(p_handover, 'OTHER', 'OFFERED');
  k uuid; was uuid; word record; n timestamptz := caller_now();
begin
  select case_id into k from handover where handover_id = p_handover;
  if not supervises(p_team) or not belongs_to(p_worker, p_team) or not may_lead(card.to_organisation_id)
     or not exists (select from worker_role where worker_id = p_worker and role_code = 'CW') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if card.expires_at <= n then
    raise exception 'it ran out' using errcode = '40001';
  end if;
  select * into word from word_to_lead(k, card.to_organisation_id) w where w.consent_id = agreed_to_lead(k, card.to_organisation_id);
  if not found then
    raise exception 'consent ended' using errcode = 'AL001';
  end if;
  if tied(p_worker, k) then
    raise exception 'conflict of interest' using errcode = 'AL002';
  end if;
  select lead_organisation_id into was from case_file where case_id = k;
  if was is distinct from card.from_organisation_id then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  -- the header first: what is worked out below asks who leads
  update case_file set lead_organisation_id = card.to_organisation_id, lead_team_id = p_team, lead_worker_id = p_worker,
                       status = 'ACTIVE', version = version + 1
   where case_id = k;
  update assignment set until_at = greatest(from_at, n)
   where case_id = k and organisation_id = was and referral_id is null and (until_at is null or until_at > n);
  update access_grant set ended_at = n, ended_by = caller_worker(), end_reason = 'LEAD_HANDED_OVER'
   where case_id = k and organisation_id = was and basis = 'LEAD' and ended_at is null;
  insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
    values (gen_random_uuid(), k, card.to_organisation_id, p_team, p_worker, n, caller_worker());
  -- as lead_open gives it, but what she went through and her legal matters only as far as she said so, and what she keeps from this
  -- house not: else that they exist
  insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
    select gen_random_uuid(), k, card.to_organisation_id, d.category,
           case when d.code in ('trafficking_experience', 'legal') and d.category <> all (word.categories) then 'E'
                when d.code = 'counselling_notes'
                     or exists (select from exclusion x where x.case_id = k and x.organisation_id = card.to_organisation_id
                                   and x.category = d.category and x.part = 'WHOLE' and x.lifted_at is null) then 'E'
                when d.code in ('shelter_placement', 'health', 'legal') then 'M'
                else 'F' end,
           'LEAD', n, 'infinity', caller_worker()
      from data_category d where d.code not in ('law_enforcement_intelligence', 'statistics');
  -- what was asked of others is followed by the new lead, what is open by its caseworker, who counts as having asked for it; what the
  -- old one had to do falls to it; what the old one's people had promised for a hearing is asked again
  update referral r
     set sender_organisation_id = card.to_organisation_id, version = r.version + 1,
         submitted_by = case when c.open then p_worker else r.submitted_by end,
         askers = case when c.open then r.askers || p_worker else r.askers end
    from (select referral_id, status in ('DRAFT','PENDING_APPROVAL','SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED','IN_SERVICE') open
            from referral_card) c
   where r.case_id = k and r.sender_organisation_id = was and c.referral_id = r.referral_id;
  update referral_card c set sender_organisation_id = card.to_organisation_id
    from referral r where r.referral_id = c.referral_id and r.case_id = k and c.sender_organisation_id = was;
  update action_step set owner_organisation_id = card.to_organisation_id, owner_worker_id = null, version = version + 1
   where case_id = k and owner_organisation_id = was and status in ('PLANNED', 'IN_PROGRESS', 'BLOCKED');
  delete from hearing_support where case_id = k and organisation_id = was and hearing_at > n;
  update handover set consent_id = word.consent_id, new_worker_id = p_worker where handover_id = p_handover;
  perform handover_end(p_handover, 'ACCEPTED', null);
  update case_file set next_due = next_due_of(k) where case_id = k;
  return k;
end $$;

-- what a sender and a recipient may change is asked of the application; when the lead moves, this function moves the sender's side
drop trigger by_party on referral_card;
create trigger by_party before update on referral_card
  for each row when (current_user <> 'alongside_gatekeeper') execute function card_by_party();
drop trigger by_party on referral;
create trigger by_party before update on referral
  for each row when (current_user <> 'alongside_gatekeeper') execute function referral_by_party();

-- which cases an offer is about, for who is told and for the processes
alter function told_of_task(uuid, boolean) rename to told_of_task_but_handovers;
create function told_of_task(p_subject uuid, p_about_card boolean) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select told from told_of_task_but_handovers(p_subject, p_about_card) told
   union
  select told from handover h cross join lateral told_of_case(h.case_id, -1, null) told
   where not p_about_card and h.handover_id = p_subject
   union
  select w.worker_id
    from handover_card c
    join worker w on w.organisation_id = c.to_organisation_id and w.kind = 'PERSON' and (w.left_at is null or w.left_at > caller_now())
    join worker_role x on x.worker_id = w.worker_id and x.role_code = 'SUP'
   where (select caller_is_system()) and p_about_card and c.handover_id = p_subject and c.approved_at is not null
     and not exists (select from handover h where h.handover_id = p_subject and tied(w.worker_id, h.case_id))
$$;

-- a letter that waits and would call somebody to an offer that is not there for them is not sent
create function forget_handover_notices() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update notice set settled_at = coalesce(caller_now(), clock_timestamp()), outcome = 'NOT_NEEDED', failure = null
   where worker_id = new.worker_id and settled_at is null
     and subject in (select handover_id from handover where case_id = new.case_id);
  return null;
end $$;
create trigger forgets_handover_notices after insert on conflict_declaration
  for each row execute function forget_handover_notices();

-- ---- her word that a house leads opens nothing before it does: no referral rests on it, and no plan is told under it
create function not_under_word_to_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if exists (select from consent where consent_id = new.consent_id and purpose = 'CASE_MANAGEMENT') then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger not_under_word_to_lead after insert or update of consent_id on referral
  for each row execute function not_under_word_to_lead();

create or replace function agreed_to_plan(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (p_organisation = caller_organisation() or leads(p_case))
     and exists (select from consent c
                  where c.case_id = p_case and c.recipient_organisation_id = p_organisation and 10 = any (c.categories)
                    and c.purpose <> 'CASE_MANAGEMENT'
                    and c.withdrawn_at is null and c.given_at <= caller_now() and caller_now() < c.expires_at
                    and not exists (select from consent later
                                     where later.case_id = c.case_id and later.purpose = c.purpose
                                       and later.recipient_organisation_id = c.recipient_organisation_id
                                       and (later.given_at, later.recorded_at, c.consent_id) > (c.given_at, c.recorded_at, later.consent_id)))
     and not exists (select from exclusion x
                      where x.case_id = p_case and x.organisation_id = p_organisation and x.category = 10 and x.lifted_at is null)
$$;

-- for the processes: what of the engine belongs to a case whose lead moved; for those who lead it now
create function handover_subjects(p_handover uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  with moved as (select h.case_id from handover h where h.handover_id = p_handover and may_handover(p_handover))
  select case_id from moved
   union all select r.referral_id from moved join referral r using (case_id)
   union all select a.attestation_id from moved join consent c using (case_id) join attestation a using (consent_id)
   union all select e.emergency_access_id from moved join emergency_file e using (case_id)
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['may_lead(uuid)', 'agreed_to_lead(uuid, uuid)', 'may_lead_case(uuid, uuid)', 'may_handover(uuid)',
                           'caller_tied_handovers()', 'forget_handover_notices()', 'not_under_word_to_lead()', 'handover_send_back(uuid, text)',
                           'handover_approve(uuid)', 'handover_withdraw(uuid, text)', 'handover_expire(uuid)',
                           'handover_decline(uuid, text)', 'handover_accept(uuid, uuid, uuid)', 'told_of_task(uuid, boolean)',
                           'handover_subjects(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
  foreach f in array array['handover_hold(uuid, text, text)', 'word_to_lead(uuid, uuid)', 'handover_end(uuid, text, text)']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_gatekeeper', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
-- whether she agreed is the lead's to know: others ask it through the acts alone
revoke execute on function agreed_to_lead(uuid, uuid), forget_handover_notices(), not_under_word_to_lead() from alongside_app;
grant execute on function word_to_lead(uuid, uuid) to alongside_app;
grant execute on function process_house() to alongside_gatekeeper;
grant select on consent, worker_role, hearing_support to alongside_gatekeeper;
grant update on action_step, referral, referral_card to alongside_gatekeeper;
grant delete on hearing_support to alongside_gatekeeper;
