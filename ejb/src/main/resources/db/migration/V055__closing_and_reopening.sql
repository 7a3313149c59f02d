-- Closing a case and opening it again: a caseworker proposes, a supervisor who never proposed it agrees, and what was stays.
-- The state of a file is moved by the functions below alone: code list state_transitions.

insert into setting (name, value, basis) values
  ('closing-decided-within', '3 days', 'design recommendation'),
  ('reopened-taken-up-within', '24 hours', 'design recommendation'),
  ('lost-contact-over', '30 days', 'closure_reason LOST_CONTACT'),
  ('first-follow-up-after', '3 months', 'DL33'),
  ('closed-case-kept', '7 years', 'retention_rule, adult case'),
  ('child-case-kept-to-age', '25 years', 'retention_rule, child case');

create table closing_rule (
  only_row              boolean primary key default true check (only_row),
  lost_contact_attempts smallint not null default 3 check (lost_contact_attempts > 0)
);
insert into closing_rule default values;
comment on table closing_rule is 'How often she is looked for before contact counts as lost; over how long is the setting lost-contact-over';
grant select on closing_rule to alongside_app;

-- ---- episodes: when the file was open. Header, so no reason stands here
create table case_episode (
  case_id    uuid not null references case_file,
  episode_no smallint not null,
  opened_at  timestamptz not null,
  opened_by  uuid not null references worker,
  closed_at  timestamptz,
  closed_by  uuid references worker,
  primary key (case_id, episode_no),
  check ((closed_at is null) = (closed_by is null)),
  check (closed_at >= opened_at)
);
comment on table case_episode is 'From when until when a file was open: header, without any reason';

create function begin_first_episode() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  insert into case_episode (case_id, episode_no, opened_at, opened_by) values (new.case_id, new.episode_no, new.opened_at, new.opened_by);
  return null;
end $$;
create trigger first_episode after insert on case_file for each row execute function begin_first_episode();
alter table case_file no force row level security;  -- the owner is bound too; for this alone not
insert into case_episode (case_id, episode_no, opened_at, opened_by)
  select case_id, episode_no, opened_at, opened_by from case_file;
alter table case_file force row level security;

-- ---- the lead's own: why it was opened again, how she was looked for, what was proposed
create table case_reopening (
  case_id     uuid not null,
  episode_no  smallint not null,
  reason      text not null,
  words       text check (length(words) <= 1000),
  taken_up_at timestamptz,
  taken_up_by uuid references worker,
  primary key (case_id, episode_no),
  foreign key (case_id, episode_no) references case_episode
);
comment on table case_reopening is 'Why a file was opened again, and which supervisor saw to it; category referrals, the lead''s alone';

create table contact_attempt (
  attempt_id   uuid primary key,
  case_id      uuid not null references case_file,
  attempted_at timestamptz not null,
  channel      text not null,
  outcome      text not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid not null references worker,
  check (attempted_at <= recorded_at)
);
comment on table contact_attempt is 'How she was looked for, as codes; category contact, the lead''s alone';
create index contact_attempt_case on contact_attempt (case_id, attempted_at);

create table closing (
  closing_id          uuid primary key,
  case_id             uuid not null,
  episode_no          smallint not null,
  reason              text not null,
  words               text check (length(words) <= 2000),
  met                 text[] not null default '{}',
  conversation        text not null,
  data_notice         text not null,
  follow_up           text not null,
  follow_up_channel   text,
  follow_up_giver     text,
  giver_relation      text,
  assent              text,
  follow_up_not_asked text,
  obstacles           text[] not null default '{}',
  override_reason     text check (length(override_reason) <= 1000),
  proposed_at         timestamptz not null,
  proposed_by         uuid not null references worker,
  withdrawn_at        timestamptz,
  withdrawn_by        uuid references worker,
  sent_back_at        timestamptz,
  sent_back_by        uuid references worker,
  sent_back_words     text check (length(sent_back_words) <= 500),
  approved_at         timestamptz,
  approved_by         uuid references worker,
  version             int not null default 0,
  foreign key (case_id, episode_no) references case_episode,
  check (approved_at is null or num_nonnulls(withdrawn_at, sent_back_at) = 0),
  check (approved_by <> proposed_by and approved_at is not null or approved_by is null and approved_at is null),
  check (sent_back_by <> proposed_by and sent_back_words is not null and sent_back_at is not null
         or sent_back_by is null and sent_back_words is null and sent_back_at is null),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (follow_up <> 'YES' or follow_up_channel is not null and follow_up_giver is not null),
  check (follow_up <> 'NOT_ASKED' or follow_up_not_asked is not null),
  check (cardinality(obstacles) = 0 or override_reason is not null)
);
comment on table closing is 'What a caseworker proposed and how it was decided; category referrals, the lead''s alone';
comment on column closing.met is 'What the reason asks for and the caseworker says is done: codes of closing_requirement';
comment on column closing.obstacles is 'What stood against it when it was proposed, and override_reason says why it is closed all the same';
create unique index closing_undecided on closing (case_id)
  where withdrawn_at is null and sent_back_at is null and approved_at is null;
create index closing_of on closing (case_id, episode_no);

do $$ declare t text; begin
  foreach t in array array['case_episode', 'case_reopening', 'contact_attempt', 'closing'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
end $$;

-- who ever proposed to close this episode
create function proposed_closing(p_case uuid, p_episode smallint) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from closing where case_id = p_case and episode_no = p_episode and proposed_by = caller_worker())
$$;

create policy header on case_episode for select to alongside_app using (may('seen', case_id, 0));
create policy lead on case_reopening for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy lead on contact_attempt for select to alongside_app using (may('min', case_id, 2) and leads(case_id));
create policy written on contact_attempt for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and may('write', case_id, 2) and leads(case_id));
create policy lead on closing for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy proposed on closing for insert to alongside_app with check (
  proposed_by = (select caller_worker()) and caller_is('CW')
  and withdrawn_at is null and sent_back_at is null and approved_at is null
  and may('write', case_id, 2048) and leads(case_id)
  and exists (select from case_file f where f.case_id = closing.case_id and f.episode_no = closing.episode_no
                                        and f.status in ('SCREENING','ACTIVE','FOLLOW_UP')));
create policy withdrawn on closing for update to alongside_app
  using (withdrawn_at is null and approved_at is null
         and caller_is('CW') and may('write', case_id, 2048) and leads(case_id))
  with check (withdrawn_by = (select caller_worker()) and withdrawn_at is not null);
create policy sent_back on closing for update to alongside_app
  using (withdrawn_at is null and sent_back_at is null and approved_at is null
         and caller_is('SUP') and may('read', case_id, 2048) and leads(case_id) and not proposed_closing(case_id, episode_no))
  with check (sent_back_by = (select caller_worker()) and sent_back_at is not null and withdrawn_at is null);
grant insert on contact_attempt to alongside_app;
grant insert (closing_id, case_id, episode_no, reason, words, met, conversation, data_notice, follow_up, follow_up_channel, follow_up_giver,
  giver_relation, assent, follow_up_not_asked, obstacles, override_reason, proposed_at, proposed_by) on closing to alongside_app;
grant update (withdrawn_at, withdrawn_by, sent_back_at, sent_back_by, sent_back_words, version) on closing to alongside_app;
create function closing_by_party() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if current_user = 'alongside_app'
     and ((new.sent_back_at, new.sent_back_by, new.sent_back_words) is distinct from (old.sent_back_at, old.sent_back_by, old.sent_back_words)
          and (new.sent_back_by is distinct from caller_worker() or old.sent_back_at is not null or not caller_is('SUP'))
          or (new.withdrawn_at, new.withdrawn_by) is distinct from (old.withdrawn_at, old.withdrawn_by)
          and (new.withdrawn_by is distinct from caller_worker() or not caller_is('CW'))) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger by_party before update on closing for each row execute function closing_by_party();
revoke all on function closing_by_party() from public;
revoke update (status) on case_file from alongside_app;

-- ---- what is never overridden: help under way or looked for, a child whose authority was not told
create function closing_blocked(p_case uuid) returns boolean
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from referral r join referral_card c using (referral_id)
                  where r.case_id = p_case
                    and (c.status in ('DRAFT','PENDING_APPROVAL','SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED','IN_SERVICE')
                         or c.status in ('DECLINED','EXPIRED') and r.next_chosen_at is null
                         or c.status = 'NO_SHOW' and r.safety_checked_at is null
                         or r.approval = 'AFTER' and r.reviewed_at is null))
      or exists (select from identity_minimum i
                  where i.case_id = p_case and i.child
                    and not exists (select from child_notification n where n.case_id = i.case_id))
$$;

create function closing_approve(p_closing uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare k closing; f case_file; n timestamptz := caller_now();
begin
  select * into k from closing where closing_id = p_closing;
  select * into f from case_file where case_id = k.case_id for no key update;
  if not found or not caller_is('SUP') or f.lead_organisation_id is distinct from caller_organisation() or not may('read', k.case_id, 2048)
     or proposed_closing(k.case_id, k.episode_no) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update closing set approved_at = n, approved_by = caller_worker(), version = version + 1
   where closing_id = p_closing and withdrawn_at is null and sent_back_at is null and approved_at is null
     and episode_no = f.episode_no and f.status in ('SCREENING','ACTIVE','FOLLOW_UP');
  if not found then
    raise exception 'decided meanwhile' using errcode = '40001';
  end if;
  if closing_blocked(k.case_id) then
    raise exception 'help is under way' using errcode = 'AL005';
  end if;
  -- what was open to others under a referral ends; that they helped her, and what they wrote themselves, they still know
  update access_grant set ended_at = n, ended_by = caller_worker(), end_reason = 'CASE_CLOSED'
   where case_id = k.case_id and basis <> 'LEAD' and level <> 'E' and ended_at is null and valid_until > n;
  update case_episode set closed_at = n, closed_by = caller_worker() where case_id = k.case_id and episode_no = f.episode_no;
  update case_file set status = 'CLOSED', version = version + 1 where case_id = k.case_id;
  update case_file set next_due = next_due_of(k.case_id) where case_id = k.case_id;
end $$;

-- a new episode; nothing of what was open to others before opens again: that needs a new word of hers and a new referral
create function case_reopen(p_case uuid, p_reason text, p_words text) returns smallint
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f case_file; n timestamptz := caller_now(); e smallint;
begin
  select * into f from case_file where case_id = p_case for no key update;
  if not found or not caller_is('CW') or f.lead_organisation_id is distinct from caller_organisation() or not may('write', p_case, 2048) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if f.status <> 'CLOSED' then
    raise exception 'reopened meanwhile' using errcode = '40001';
  end if;
  e := f.episode_no + 1;
  insert into case_episode (case_id, episode_no, opened_at, opened_by) values (p_case, e, n, caller_worker());
  insert into case_reopening (case_id, episode_no, reason, words) values (p_case, e, p_reason, p_words);
  update case_file set status = 'REOPENED', episode_no = e, version = version + 1 where case_id = p_case;
  update case_file set next_due = next_due_of(p_case) where case_id = p_case;
  return e;
end $$;

create function case_take_up(p_case uuid) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare f case_file;
begin
  select * into f from case_file where case_id = p_case for no key update;
  if not found or not caller_is('SUP') or f.lead_organisation_id is distinct from caller_organisation() or not may('seen', p_case, 0) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if f.status <> 'REOPENED' then
    raise exception 'taken up meanwhile' using errcode = '40001';
  end if;
  update case_reopening set taken_up_at = caller_now(), taken_up_by = caller_worker() where case_id = p_case and episode_no = f.episode_no;
  update case_file set status = 'ACTIVE', version = version + 1 where case_id = p_case;
  update case_file set next_due = next_due_of(p_case) where case_id = p_case;
end $$;

-- ---- to a closed file nothing new is asked, agreed or planned; who comes at the same time as the closing waits for it here
create function only_while_open() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare s text;
begin
  if caller_worker() is not null then
    select status into s from case_file where case_id = new.case_id for no key update;
    if not case_is_open(s) then
      raise exception 'the case is closed' using errcode = 'AL004';
    end if;
  end if;
  return new;
end $$;
create trigger only_while_open before insert on consent for each row execute function only_while_open();
create trigger only_while_open before insert on referral for each row execute function only_while_open();
create trigger only_while_open before insert on goal for each row execute function only_while_open();
create trigger only_while_open before insert on action_step for each row execute function only_while_open();
create trigger moves_only_while_open before update of status on action_step
  for each row when (new.status is distinct from old.status) execute function only_while_open();

-- ---- the next date: what is proposed or opened again waits; of a closed file the first follow-up, else the end of keeping it
alter function next_due_of(uuid) rename to next_due_while_open;

create function kept_until(p_case uuid, p_closed timestamptz) returns date
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select greatest(
    (p_closed + (select value from setting where name = 'closed-case-kept'))::date,
    (select (coalesce(i.birth_date, (p_closed - make_interval(years => coalesce(i.stated_age, 0)))::date)
             + (select value from setting where name = 'child-case-kept-to-age'))::date
       from identity i join identity_minimum m using (case_id) where i.case_id = p_case and m.child))
$$;
comment on function kept_until is 'Code list retention_rule: an adult''s file seven years, a child''s at least to her 25th birthday; age unknown counts as none';

create function next_due_of(p_case uuid) returns date
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select case
    when f.status = 'CLOSED' then (
      select coalesce(
        (select (e.closed_at + (select value from setting where name = 'first-follow-up-after'))::date
           from closing k where k.case_id = e.case_id and k.episode_no = e.episode_no and k.approved_at is not null and k.follow_up = 'YES'),
        kept_until(e.case_id, e.closed_at))
        from case_episode e where e.case_id = f.case_id and e.episode_no = f.episode_no)
    else least(
      next_due_while_open(f.case_id),
      (select k.proposed_at::date from closing k
        where k.case_id = f.case_id and k.withdrawn_at is null and k.sent_back_at is null and k.approved_at is null),
      (select e.opened_at::date from case_episode e
        where e.case_id = f.case_id and e.episode_no = f.episode_no and f.status = 'REOPENED'))
    end
    from case_file f where f.case_id = p_case
$$;
create trigger moves_next_due after insert or update of withdrawn_at, sent_back_at on closing
  for each row execute function follow_what_waits();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['begin_first_episode()', 'proposed_closing(uuid, smallint)', 'closing_approve(uuid)',
                           'case_reopen(uuid, text, text)', 'case_take_up(uuid)', 'only_while_open()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
  foreach f in array array['closing_blocked(uuid)', 'kept_until(uuid, timestamptz)', 'next_due_of(uuid)',
                           'next_due_while_open(uuid)', 'proposed_closing(uuid, smallint)']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_gatekeeper', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
grant execute on function case_is_open(text) to alongside_app, alongside_gatekeeper;
grant execute on function proposed_closing(uuid, smallint), closing_approve(uuid), case_reopen(uuid, text, text), case_take_up(uuid)
  to alongside_app;
grant select on identity, setting to alongside_gatekeeper;
