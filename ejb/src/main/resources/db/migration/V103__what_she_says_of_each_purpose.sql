-- What she says of each purpose, beside the releases to named organisations: yes for a time, no, or not now. Every answer is a row of its
-- own and none is changed: the newest one of a purpose is what she says today, and taking a yes back is an answer, too. Nothing hangs on a no.

create table purpose_asked (
  purpose     text primary key,
  position    smallint not null unique,
  of_adults   boolean not null,
  of_children boolean not null,
  longest     interval not null check (longest > interval '0'),
  recipients  text not null check (recipients in ('NONE', 'ORGANISATION', 'NAMED')),
  asked_by    text[] not null check (cardinality(asked_by) > 0)
);
comment on table purpose_asked is 'Which purposes of consent_purpose this programme asks about, in that order; a purpose asked of nobody is left out';
comment on column purpose_asked.of_children is 'DOMAIN 0.3: a child is referred to the authority by duty; DOMAIN 6: no photographs, and no story of hers';
comment on column purpose_asked.longest is 'The longest period of one yes; never more than the setting consent-longest';
comment on column purpose_asked.recipients is 'ORGANISATION: named by a release each, her yes shares nothing by itself; NAMED: her yes says to whom';
comment on column purpose_asked.asked_by is 'Codes of user_role, of those who lead her case. Who gives her a bed does not ask for her story, her picture or her word to the authorities: her no would not be free';
insert into purpose_asked (purpose, position, of_adults, of_children, longest, recipients, asked_by) values
  ('SAFE_CONTACT',          1, true, true,  '366 days', 'NONE',         '{CW,SHM}'),
  ('NRM_REFERRAL',          2, true, false, '366 days', 'NONE',         '{CW}'),
  ('SHARE_REFERRAL',        3, true, true,  '366 days', 'ORGANISATION', '{CW,SHM}'),
  ('SHARE_LAW_ENFORCEMENT', 4, true, true,  '366 days', 'ORGANISATION', '{CW}'),
  ('SHARE_FAMILY',          5, true, true,  '183 days', 'NAMED',        '{CW,SHM}'),
  ('MEDICAL',               6, true, true,  '90 days',  'NONE',         '{CW,SHM}'),
  ('FORENSIC',              7, true, true,  '30 days',  'NONE',         '{CW}'),
  ('INTERVIEW',             8, true, true,  '90 days',  'NAMED',        '{CW}'),
  ('TRACING',               9, true, true,  '183 days', 'NAMED',        '{CW,SHM}'),
  ('CROSS_BORDER',         10, true, true,  '90 days',  'ORGANISATION', '{CW,SHM}'),
  ('REPORTING_NONIDENT',   11, true, true,  '366 days', 'NONE',         '{CW,SHM}'),
  ('FOLLOWUP_CONTACT',     12, true, true,  '366 days', 'NONE',         '{CW,SHM}'),
  ('RESEARCH',             13, true, false, '183 days', 'NAMED',        '{CW}'),
  ('PHOTO_AUDIO',          14, true, false, '90 days',  'NONE',         '{CW}'),
  ('MEDIA_STORY',          15, true, false, '90 days',  'NAMED',        '{CW}');
grant select on purpose_asked to alongside_app, alongside_gatekeeper;

create table purpose_answer (
  purpose_answer_id uuid primary key,
  said_as        bigint not null generated always as identity,
  conversation_id uuid,
  case_id        uuid not null references case_file,
  purpose        text not null references purpose_asked,
  answer         text not null check (answer in ('AGREED', 'REFUSED', 'LATER')),
  given_at       timestamptz not null,
  until_at       timestamptz,
  named          text check (length(named) between 1 and 120),
  giver          text,
  giver_right    text,
  giver_relation text,
  guardian_id    uuid references guardian,
  assent         text,
  medium         text,
  language       text,
  interpreter    text,
  witness        text check (length(witness) between 1 and 120),
  takes_back     uuid references purpose_answer,
  reason         text check (reason is null or reason = 'GIVER_EXCLUDED' and takes_back is not null and answer = 'LATER'),
  recorded_at    timestamptz not null,
  recorded_by    uuid not null references worker,
  check (answer = 'AGREED' and num_nonnulls(until_at, giver, medium, language, interpreter) = 5
         or answer <> 'AGREED' and num_nonnulls(until_at, named, giver, giver_right, giver_relation, guardian_id, assent) = 0),
  check (given_at < until_at),
  check ((conversation_id is null) = (takes_back is not null)),
  check (takes_back is null or answer = 'REFUSED' or reason is not null)
);
comment on table purpose_answer is 'What she said of a purpose, one row an answer, none ever changed; category referrals, as all consents';
comment on column purpose_answer.said_as is 'In which order they were written down: of two of the same instant the later one counts';
comment on column purpose_answer.conversation_id is 'What was said at one time; null: taken back afterwards';
comment on column purpose_answer.named is 'To whom or by whom, where purpose_asked says so: of her family, of a newspaper';
comment on column purpose_answer.takes_back is 'The yes that ends with it';
comment on column purpose_answer.reason is 'Null: at her word';
create index purpose_answer_today on purpose_answer (case_id, purpose, given_at desc, said_as desc);
create index purpose_answer_ending on purpose_answer (case_id, until_at) where answer = 'AGREED';
create unique index purpose_answer_back on purpose_answer (takes_back) where takes_back is not null;
create index purpose_answer_guardian on purpose_answer (guardian_id) where guardian_id is not null;

alter table purpose_answer enable row level security, force row level security;
create policy by_function on purpose_answer to alongside_gatekeeper using (true) with check (true);
create policy granted on purpose_answer for select to alongside_app using (may('read', case_id, 2048) and leads(case_id));
create policy written on purpose_answer for insert to alongside_app with check (
  recorded_by = (select caller_worker()) and reason is null and may('write', case_id, 2048) and leads(case_id));
grant select, insert on purpose_answer to alongside_app, alongside_gatekeeper;

-- ---- what she says today: her newest answer; null: she was not asked, or her yes has ended
create function purpose_answer_today(p_case uuid, p_purpose text) returns text
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select case when a.answer = 'AGREED' and a.until_at <= caller_now() then null else a.answer end
    from purpose_answer a
   where a.case_id = p_case and a.purpose = p_purpose
   order by a.given_at desc, a.said_as desc limit 1
$$;

-- ---- who may ask what of whom, and for how long; a yes is taken back once, and only while it is what she says
create function purpose_answer_rule() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare k purpose_asked; newest purpose_answer; is_child boolean;
begin
  if caller_worker() is null then
    return new;   -- nobody's: fixtures of the owner
  end if;
  if new.takes_back is not null then
    perform 1 from case_file where case_id = new.case_id for no key update;
    select * into newest from purpose_answer where case_id = new.case_id and purpose = new.purpose order by given_at desc, said_as desc limit 1;
    if newest.purpose_answer_id is distinct from new.takes_back or newest.answer <> 'AGREED' then
      raise exception 'said otherwise meanwhile' using errcode = '40001';
    end if;
    return new;
  end if;
  select * into k from purpose_asked where purpose = new.purpose;
  -- who came as a child and is 18 by a birth date that nobody doubts is asked as an adult
  select m.child and (i.maybe_child or i.age_basis in ('PRESUMED_CHILD', 'ASSESSMENT_PENDING', 'ASSESSED_CHILD') or i.birth_date is null
                      or i.birth_date > (caller_now() at time zone 'UTC')::date - interval '18 years')
    into is_child from identity_minimum m join identity i using (case_id) where m.case_id = new.case_id;
  if k.purpose is null or is_child is null or not k.asked_by && caller_roles() or not (case when is_child then k.of_children else k.of_adults end)
     or new.given_at > caller_now()
     or new.until_at > new.given_at + least(k.longest, (select value from setting where name = 'consent-longest'))
     or new.answer = 'AGREED' and k.recipients = 'NAMED' and new.named is null then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if new.giver <> 'SELF' and not is_child then
    raise exception 'does not stand for her' using errcode = 'AL031';
  end if;
  return new;
end $$;
create trigger purpose_answer_rule before insert on purpose_answer for each row execute function purpose_answer_rule();
create trigger purpose_answer_stands before insert on purpose_answer for each row when (new.answer = 'AGREED')
  execute function consent_by_who_stands();
create trigger only_while_open before insert on purpose_answer for each row when (new.takes_back is null) execute function only_while_open();
create trigger told after insert on purpose_answer for each row execute function tell_lead();

-- ---- what somebody agreed to for her who is excluded now counts no more: she is asked again
create function exclusion_ends_answers() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare n timestamptz := coalesce(caller_now(), new.recorded_at);
begin
  insert into purpose_answer (purpose_answer_id, case_id, purpose, answer, given_at, takes_back, reason, recorded_at, recorded_by)
  select gen_random_uuid(), a.case_id, a.purpose, 'LATER', n, a.purpose_answer_id, 'GIVER_EXCLUDED', n, new.recorded_by
    from (select distinct on (purpose) * from purpose_answer where case_id = new.case_id order by purpose, given_at desc, said_as desc) a
    left join guardian g using (guardian_id)
   where a.answer = 'AGREED' and a.giver <> 'SELF'
     and case when a.guardian_id is null then a.giver_relation = new.relation
              else is_excluded(a.case_id, a.guardian_id, g.name, g.relation) end;
  return null;
end $$;
create trigger exclusion_ends_answers after insert on excluded_person for each row execute function exclusion_ends_answers();

-- ---- the next date of a closed file: whom she lets us ask how she is; who takes that back afterwards is not asked
create or replace function next_due_of(p_case uuid) returns date
language sql stable set search_path = pg_catalog, alongside, pg_temp as $$
  select case
    when f.status = 'CLOSED' then (
      select coalesce(
        (select (e.closed_at + (select value from setting where name = 'first-follow-up-after'))::date
           from closing k where k.case_id = e.case_id and k.episode_no = e.episode_no and k.approved_at is not null and k.follow_up = 'YES'
            and not exists (select from purpose_answer a
                             where a.case_id = k.case_id and a.purpose = 'FOLLOWUP_CONTACT' and a.takes_back is not null
                               and a.given_at > k.proposed_at)),
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
create trigger moves_next_due after insert on purpose_answer for each row
  when (new.purpose = 'FOLLOWUP_CONTACT' and new.takes_back is not null) execute function follow_what_waits();

grant create on schema alongside to alongside_gatekeeper;
alter function purpose_answer_rule() owner to alongside_gatekeeper;
alter function exclusion_ends_answers() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function purpose_answer_rule(), exclusion_ends_answers(), purpose_answer_today(uuid, text) from public;
grant execute on function purpose_answer_today(uuid, text) to alongside_app, alongside_gatekeeper;
